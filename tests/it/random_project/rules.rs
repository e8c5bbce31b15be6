//! Strategies for rules: what they match, in which years, and their share and split.

use proptest::collection::vec;
use proptest::prelude::{BoxedStrategy, Just, Strategy, prop_oneof};
use proptest::sample::select;

use super::pool;
use super::shares::{share, split, units};
use super::spec::{Field, FieldMatch, MatchSpec, RuleSpec, ShareSpec, SplitSpec};

/// Ids in an order that is not that of the alphabet.
const IDS: [&str; 7] = ["m-delta", "z-alpha", "a-echo", "k-2", "k-10", "c-fox", "b-golf"];

/// Up to seven rules, in file order; some begin with overheads that may serve each other, or with a
/// bottom-up rule, so that no rule before them takes their lines away.
pub(crate) fn rules() -> BoxedStrategy<Vec<RuleSpec>> {
    let first = prop_oneof![
        4 => vec(rule(), 0),
        4 => vec(overhead(), 2..=3),
        1 => vec(bottom_up(), 1),
    ];
    let all = (first.boxed(), vec(rule(), 0..=5).boxed()).prop_map(|(first, rules)| {
        let mut rules = [first, rules].concat();
        rules.truncate(IDS.len());
        for (rule, id) in rules.iter_mut().zip(IDS) {
            rule.id = id.to_string();
        }
        rules
    });
    all.boxed()
}

fn rule() -> BoxedStrategy<RuleSpec> {
    let broad = with_split(any_match(), share());
    prop_oneof![6 => broad, 1 => bottom_up(), 1 => overhead()].boxed()
}

fn bottom_up() -> impl Strategy<Value = RuleSpec> {
    let by_norm = vec(select(&pool::SERVICE_PATTERNS[..]), 1..=2);
    let by_norm = by_norm.prop_map(|names| ShareSpec::Services(names.into_iter().map(str::to_string).collect()));
    with_split(narrow_match(), prop_oneof![2 => Just(units()), 1 => by_norm])
}

/// A rule for few lines that serves many.
fn overhead() -> impl Strategy<Value = RuleSpec> {
    let own = prop_oneof![1 => narrow_match(), 3 => one_agency()];
    with_split(own, broad_match().prop_map(ShareSpec::OverheadOf))
}

fn with_split(
    matches: impl Strategy<Value = MatchSpec> + 'static,
    share: impl Strategy<Value = ShareSpec> + 'static,
) -> BoxedStrategy<RuleSpec> {
    let years = vec![None, None, None, Some("2015"), Some("2015.."), Some("..2015"), Some("2014..2016")];
    let fills = vec![None, Some("previous"), Some("interpolate"), Some("interpolate"), Some("index:HICP")];
    let times = (select(years), select(fills));
    let whole =
        (matches.boxed(), share.boxed(), times, split().boxed()).prop_map(|(matches, share, (years, fill), split)| {
            // an excluded line has nothing to split, and needs no amount
            let (split, fill) = match share {
                ShareSpec::None => (SplitSpec::default(), None),
                _ => (split, fill.map(str::to_string)),
            };
            RuleSpec { id: String::new(), matches, years: years.map(str::to_string), share, fill, split }
        });
    whole.boxed()
}

fn any_match() -> impl Strategy<Value = MatchSpec> {
    prop_oneof![4 => one_field(), 2 => two_fields(), 1 => broad_match()]
}

/// A match that serves an overhead: mostly many lines.
pub(crate) fn broad_match() -> impl Strategy<Value = MatchSpec> {
    let whole = |field: Field, patterns: &[&str]| {
        let any_of = patterns.iter().map(|p| (*p).to_string()).collect();
        MatchSpec(vec![FieldMatch { field, any_of }])
    };
    prop_oneof![
        6 => Just(whole(Field::Line, &["*"])),
        2 => Just(whole(Field::Agency, &["*"])),
        1 => Just(whole(Field::Label, &["labelled", "un*"])),
        1 => Just(whole(Field::Line, &["*ion", "*(*", "*на*"])),
        1 => Just(whole(Field::Financing, &["state"])),
        1 => Just(whole(Field::Label, &["unlabelled"])),
        1 => one_field(),
    ]
}

fn narrow_match() -> impl Strategy<Value = MatchSpec> {
    let lines = field_match(Field::Line, &pool::LINES);
    (lines, proptest::option::weighted(0.3, field_match(Field::Agency, &pool::AGENCIES)))
        .prop_map(|(line, agency)| MatchSpec([line].into_iter().chain(agency).collect()))
}

fn one_agency() -> impl Strategy<Value = MatchSpec> {
    field_match(Field::Agency, &pool::AGENCIES).prop_map(|field| MatchSpec(vec![field]))
}

fn one_field() -> impl Strategy<Value = MatchSpec> {
    any_field().prop_map(|field| MatchSpec(vec![field]))
}

fn two_fields() -> impl Strategy<Value = MatchSpec> {
    (any_field(), any_field()).prop_map(|(first, second)| {
        let again = first.field == second.field;
        MatchSpec(if again { vec![first] } else { vec![first, second] })
    })
}

/// A field with one or two patterns.
pub(crate) fn any_field() -> impl Strategy<Value = FieldMatch> {
    prop_oneof![
        6 => field_match(Field::Line, &pool::LINE_PATTERNS),
        4 => field_match(Field::Agency, &pool::AGENCY_PATTERNS),
        1 => field_match(Field::Funder, &pool::FUNDER_PATTERNS),
        2 => field_match(Field::Financing, &["state", "external", "EXT*"]),
        3 => field_match(Field::Label, &["labelled", "unlabelled", "Unlabelled"]),
        1 => field_match(Field::Function, &pool::FUNCTION_PATTERNS),
        1 => field_match(Field::Area, &pool::AREA_PATTERNS),
        1 => field_match(Field::Currency, &pool::CURRENCY_PATTERNS),
        1 => field_match(Field::Region, &pool::REGION_PATTERNS),
    ]
}

/// One pattern, or a list of two.
fn field_match(field: Field, patterns: &'static [&'static str]) -> impl Strategy<Value = FieldMatch> {
    let count = prop_oneof![4 => Just(1_usize), 1 => Just(2)];
    count.prop_flat_map(move |count| vec(select(patterns), count)).prop_map(move |drawn| {
        let any_of = drawn.into_iter().map(str::to_string).collect();
        FieldMatch { field, any_of }
    })
}
