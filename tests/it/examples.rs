//! The example programs on the library, run as they stand.

#[path = "../../examples/deck_table.rs"]
#[expect(dead_code, reason = "an example has a main of its own")]
mod deck_table;
#[path = "../../examples/explain_a_line.rs"]
#[expect(dead_code, reason = "an example has a main of its own")]
mod explain_a_line;
#[path = "../../examples/what_if.rs"]
#[expect(dead_code, reason = "an example has a main of its own")]
mod what_if;

/// The `run` of an example.
type Example = fn(&mut dyn std::io::Write) -> Result<(), Box<dyn std::error::Error>>;

fn printed(run: Example) -> String {
    let mut out = Vec::new();
    run(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn the_deck_table() {
    let expected = "\
2014    395118.00      5185.00    400303.00     815.28
2015    231897.00     36507.00    268404.00     661.09
2016    392185.00    128167.00    520352.00    1166.71
2017    376000.00    254021.00    630021.00    1247.57
";
    assert_eq!(printed(deck_table::run), expected);
}

#[test]
fn the_explanation_of_a_line() {
    let expected = "\
Police, internal order and security function: 1217071.92 of 1594783900.00
  thb_new_proceedings 2014 = 87 (tip-2015)
  registered_crimes 2014 = 114000 (banker-2015)
  agencies.csv row 2
";
    assert_eq!(printed(explain_a_line::run), expected);
}

#[test]
fn the_same_line_under_other_rules() {
    let expected = "\
\x200.0763%     1216820.12 BGN
   1.17%    18658971.63 BGN
   5.71%    91062160.69 BGN
";
    assert_eq!(printed(what_if::run), expected);
}
