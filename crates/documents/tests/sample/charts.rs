//! Two small drawings for the sample report.

use std::fmt::Write as _;

const INK: &str = "#17211F";
const QUIET: &str = "#596561";

fn canvas(height: u32) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 {height}\" \
         font-family=\"Source Sans 3\" font-size=\"13\" fill=\"{INK}\">"
    )
}

fn label(svg: &mut String, (x, y): (f64, f64), look: &str, text: &str) {
    let _ = write!(svg, "<text x=\"{x:.1}\" y=\"{y:.1}\" {look}>{text}</text>");
}

fn rule(svg: &mut String, path: &str, look: &str) {
    let _ = write!(svg, "<path d=\"{path}\" fill=\"none\" {look}/>");
}

/// Percentages between 60 and 95 over time, with the target as a dashed line.
pub(crate) fn line_chart(points: &[(&str, f64)], target: Option<f64>) -> String {
    let y = |value: f64| 200.0 - (value - 60.0) * 6.0;
    let x = |index: u32| 80.0 + 110.0 * f64::from(index);
    let mut svg = canvas(230);
    for step in [60.0, 70.0, 80.0, 90.0] {
        rule(&mut svg, &format!("M40 {}H630", y(step)), "stroke=\"#DAD5C8\"");
        let look = format!("text-anchor=\"end\" fill=\"{QUIET}\"");
        label(&mut svg, (32.0, y(step) + 4.0), &look, &step.to_string());
    }
    if let Some(target) = target {
        let dashes = "stroke=\"#0F5257\" stroke-width=\"1.5\" stroke-dasharray=\"6 4\"";
        rule(&mut svg, &format!("M40 {}H630", y(target)), dashes);
        let look = "text-anchor=\"end\" fill=\"#0F5257\"";
        label(&mut svg, (630.0, y(target) - 6.0), look, &format!("Mål {target} %"));
    }
    let ends: Vec<String> =
        (0..).zip(points).map(|(i, (_, value))| format!("{} {}", x(i), y(*value))).collect();
    let line = format!("stroke=\"{INK}\" stroke-width=\"2\"");
    rule(&mut svg, &format!("M{}", ends.join("L")), &line);
    for (i, (name, value)) in (0..).zip(points) {
        let _ = write!(svg, "<circle cx=\"{}\" cy=\"{}\" r=\"4\"/>", x(i), y(*value));
        let year = format!("text-anchor=\"middle\" fill=\"{QUIET}\"");
        label(&mut svg, (x(i), 222.0), &year, name);
        let number = "text-anchor=\"middle\" font-weight=\"600\"";
        label(&mut svg, (x(i), y(*value) - 10.0), number, &value.to_string().replace('.', ","));
    }
    svg + "</svg>"
}

/// Percentages per unit, with the target 7,5 as a dashed line.
pub(crate) fn bar_chart(bars: &[(&str, f64)]) -> String {
    let mut svg = canvas(190);
    for (i, (name, value)) in (0_u32..).zip(bars) {
        let y = 14.0 + 34.0 * f64::from(i);
        label(&mut svg, (92.0, y + 15.0), "text-anchor=\"end\"", name);
        let width = value * 36.0;
        let _ = write!(
            svg,
            "<rect x=\"102\" y=\"{y}\" width=\"{width:.1}\" height=\"20\" fill=\"#465350\"/>"
        );
        let number = format!("{value:.1} %").replace('.', ",");
        label(&mut svg, (112.0, y + 15.0), "fill=\"white\" font-weight=\"600\"", &number);
    }
    let target = 102.0 + 7.5 * 36.0;
    let dashes = "stroke=\"#A5173A\" stroke-width=\"1.5\" stroke-dasharray=\"6 4\"";
    rule(&mut svg, &format!("M{target} 8V184"), dashes);
    label(&mut svg, (target + 8.0, 46.0), "fill=\"#A5173A\"", "Mål högst 7,5 %");
    svg + "</svg>"
}
