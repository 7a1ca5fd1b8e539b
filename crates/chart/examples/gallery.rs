//! Prints an HTML page with every chart, for looking at: `cargo run -p chart --example gallery -- traden.css`.
//! The stylesheet named first must define the colour properties; `print` as second word shows
//! the drawings made for documents.

#[path = "../tests/samples/mod.rs"]
mod samples;

use chart::Theme;

fn main() {
    let mut words = std::env::args().skip(1);
    let stylesheet = words.next().unwrap_or_default();
    let print = words.next().is_some_and(|w| w == "print");
    let theme = if print { samples::PRINT } else { Theme::Screen };
    println!(
        "<!doctype html><html lang=\"sv\"><meta charset=\"utf-8\"><title>Gallery</title>\
         <link rel=\"stylesheet\" href=\"{stylesheet}\"><style>main{{display:flex;flex-wrap:wrap;align-items:flex-start;\
         gap:20px;padding:20px}}figure{{margin:0}}.wide{{width:690px}}.narrow{{width:340px}}\
         .chart-wheel{{width:330px}}.chart-thread{{width:574px}}.chart-bullet{{width:280px;\
         height:18px}}.horizon{{width:1000px;height:230px}}.thread-segment{{width:290px;\
         height:22px}}</style><main>"
    );
    for (name, svg) in samples::all(theme) {
        let sheet = ["xmr", "multiples", "dumbbell", "thread", "bullet"]
            .iter()
            .any(|k| name.starts_with(k));
        let class = if sheet { " class=\"ark\"" } else { "" };
        println!("<figure{class}>{svg}</figure>");
    }
    println!("</main></html>");
}
