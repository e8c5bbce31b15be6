//! What a format does to names that are awkward in it: text stays text in HTML and LaTeX.

use super::harness;

/// A project of one line with an awkward name.
fn project() -> tempfile::TempDir {
    let folder = harness::scratch();
    let manifest = "[project]\ntitle = \"Tom & Ann's <b>review</b>, 50 %\"\n[inputs]\nbudget = \"b.csv\"\n";
    std::fs::write(folder.path().join("thb-cost.toml"), manifest).unwrap();
    let rows = "year,amount,line\n2015,-12.50,\"<script>alert('x')</script> & \\input{a_b} $1 #2 ~^\"\n2015,,Приют\n";
    std::fs::write(folder.path().join("b.csv"), rows).unwrap();
    folder
}

#[test]
fn html_escapes_every_name() {
    let project = project();
    let page = harness::stdout_of(project.path(), &["report", "--year", "2015", "--format", "html"]);
    assert!(page.contains("<h1>Tom &amp; Ann&#x27;s &lt;b&gt;review&lt;&#x2f;b&gt;, 50 %</h1>"), "{page}");
    assert!(!page.contains("<script"), "{page}");
    assert!(page.contains("&lt;script&gt;alert"), "{page}");
    assert!(page.contains("<td class=\"figure\">-12.50</td>"), "{page}");
    assert!(page.contains("<abbr title=\"not known\">–</abbr>"), "{page}");
    assert!(page.contains("Приют"), "{page}");
}

#[test]
fn html_is_in_the_language_asked_for() {
    let args = ["--embedded", "--lang", "bg", "report", "--year", "2017", "--format", "html"];
    let page = harness::stdout_of(&harness::root(), &args);
    assert!(page.contains("<html lang=\"bg\">"), "{page}");
    assert!(page.contains("<h2>Източници</h2>"), "{page}");
    assert!(page.contains("<td class=\"figure\">630\u{a0}021,00</td>"), "{page}");
}

#[test]
fn latex_escapes_every_name() {
    let project = project();
    let text = harness::stdout_of(project.path(), &["report", "--year", "2015", "--format", "latex"]);
    assert!(text.contains("\\section*{Tom \\& Ann's \\textless{}b\\textgreater{}review"), "{text}");
    assert!(
        text.contains("\\textbackslash{}input\\{a\\_b\\} \\$1 \\#2 \\textasciitilde{}\\textasciicircum{}"),
        "{text}"
    );
    assert!(text.contains(" & $-$12.50 \\\\"), "{text}");
    for (open, close) in [("\\begin{longtable}", "\\end{longtable}"), ("\\begin{itemize}", "\\end{itemize}")] {
        assert_eq!(text.matches(open).count(), text.matches(close).count(), "{text}");
        assert!(text.contains(open), "{text}");
    }
}
