//! Drawings that may enter a document: plain SVG shapes and text, written anew from the parsed
//! tree so that nothing but what is listed here can pass.

use std::fmt::Write as _;

use roxmltree::{Document, Node, NodeType, ParsingOptions};

const ELEMENTS: &[&str] = &[
    "svg",
    "g",
    "path",
    "line",
    "rect",
    "circle",
    "ellipse",
    "polyline",
    "polygon",
    "text",
    "tspan",
    "title",
    "desc",
    "defs",
    "pattern",
    "clipPath",
    "linearGradient",
    "stop",
    "use",
    "symbol",
    "marker",
];
const MAX_DEPTH: usize = 64;
const MAX_NODES: u32 = 200_000;

/// The drawing as it may be embedded, or the reason why not.
pub(crate) fn clean(svg: &str) -> Result<String, String> {
    let options = ParsingOptions { nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(svg, options).map_err(|fault| fault.to_string())?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" {
        return Err("the root element is not svg".to_owned());
    }
    let mut out = String::with_capacity(svg.len() + 64);
    element(root, &mut out, 0)?;
    Ok(out)
}

/// Height divided by width, as the drawing itself states them.
#[cfg(any(feature = "pdf", test))]
pub(crate) fn proportion(svg: &str) -> Option<f64> {
    let document = Document::parse(svg).ok()?;
    let root = document.root_element();
    let number = |text: &str| text.trim_end_matches("px").parse::<f64>().ok();
    let (width, height) = match root.attribute("viewBox") {
        Some(sides) => {
            let mut sides = sides.split([' ', ',']).filter_map(number).skip(2);
            (sides.next()?, sides.next()?)
        }
        None => (number(root.attribute("width")?)?, number(root.attribute("height")?)?),
    };
    (width > 0.0).then(|| height / width)
}

fn element(node: Node<'_, '_>, out: &mut String, depth: usize) -> Result<(), String> {
    let name = node.tag_name().name();
    if !ELEMENTS.contains(&name) {
        return Err(format!("element {name}"));
    }
    if depth > MAX_DEPTH {
        return Err("too deeply nested".to_owned());
    }
    out.push('<');
    out.push_str(name);
    if depth == 0 {
        out.push_str(" xmlns=\"http://www.w3.org/2000/svg\"");
    }
    attributes(node, out)?;
    out.push('>');
    for child in node.children() {
        match child.node_type() {
            NodeType::Element => element(child, out, depth + 1)?,
            NodeType::Text => escape(child.text().unwrap_or_default(), out),
            NodeType::Root | NodeType::Comment | NodeType::PI => {}
        }
    }
    let _ = write!(out, "</{name}>");
    Ok(())
}

fn attributes(node: Node<'_, '_>, out: &mut String) -> Result<(), String> {
    for attribute in node.attributes() {
        let (name, value) = (attribute.name(), attribute.value());
        let local = value.starts_with('#');
        let outside = value.contains("url(") && !value.contains("url(#");
        let handler = name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on"));
        let known = attribute.namespace().is_none() || name == "href";
        if !known || handler || name == "style" || outside || (name == "href" && !local) {
            return Err(format!("attribute {name}"));
        }
        let _ = write!(out, " {name}=\"");
        escape(value, out);
        out.push('"');
    }
    Ok(())
}

fn escape(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{clean, proportion};

    const NS: &str = "xmlns=\"http://www.w3.org/2000/svg\"";

    #[test]
    fn plain_shapes_and_text_pass_unchanged_in_meaning() {
        let svg = format!(
            "<?xml version=\"1.0\"?><svg {NS} viewBox=\"0 0 9 9\"><!-- x --><path d=\"M0 0L9 9\"/>\
             <text x=\"1\">Å &lt; ö</text></svg>"
        );
        let kept = clean(&svg).unwrap();
        assert_eq!(
            kept,
            format!(
                "<svg {NS} viewBox=\"0 0 9 9\"><path d=\"M0 0L9 9\"></path>\
                 <text x=\"1\">Å &lt; ö</text></svg>"
            )
        );
    }

    #[test]
    fn proportions_come_from_the_view_box_or_the_sides() {
        let of = |sides: &str| proportion(&format!("<svg {NS} {sides}/>"));
        assert_eq!(of("viewBox=\"0 0 200 100\""), Some(0.5));
        assert_eq!(of("viewBox='0,0,10,40'"), Some(4.0));
        assert_eq!(of("width=\"20px\" height=\"10\""), Some(0.5));
        assert_eq!(of(""), None);
        assert_eq!(of("viewBox=\"0 0 0 1\""), None);
    }

    #[test]
    fn whatever_could_run_or_fetch_is_refused() {
        for inside in [
            "<script>alert(1)</script>",
            "<image href=\"https://example.org/x.png\"/>",
            "<foreignObject/>",
            "<style>*{}</style>",
            "<rect onclick=\"x\"/>",
            "<rect OnClick=\"x\"/>",
            "<rect style=\"fill:red\"/>",
            "<rect fill=\"url(https://example.org/#x)\"/>",
            "<use href=\"other.svg#x\"/>",
        ] {
            assert!(clean(&format!("<svg {NS}>{inside}</svg>")).is_err(), "{inside}");
        }
        assert!(clean("<html/>").is_err());
        assert!(clean("").is_err());
        let bomb = "<!DOCTYPE a [<!ENTITY b \"x\">]><svg>&b;</svg>";
        assert!(clean(bomb).is_err());
    }
}
