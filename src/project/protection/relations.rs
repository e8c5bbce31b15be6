//! Counts of different measures that add up to one another in a year: whoever sees that three do, works out the third.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::counts::Hiding;
use crate::domain::{Count, Protected, Year};

/// Measures of one year that are tried in every combination; of more, pairs.
const ALL_SUMS: usize = 10;

/// A row and its number.
type Known = (usize, u64);

/// Hides a count that other measures, some of them hidden, add up to.
pub(super) fn close(hiding: &mut Hiding) {
    for (whole, terms) in all_sums(hiding) {
        close_one(hiding, whole, &terms);
    }
}

/// A small sum of several counts above 0 leaves few numbers for each: it is not said that it is small.
pub(super) fn say_less(hiding: &mut Hiding) {
    for ((whole, _), terms) in all_sums(hiding) {
        let is_told = terms.iter().all(|(index, _)| hiding.hidden[*index].is_some());
        if is_told && matches!(hiding.hidden[whole], Some(Protected::Below(_))) {
            hiding.hidden[whole] = Some(Protected::Beside);
        }
    }
}

/// Every sum that holds among the measures of a year, form by form.
fn all_sums(hiding: &Hiding) -> Vec<(Known, Vec<Known>)> {
    let mut by_form: BTreeMap<(Year, &str), Vec<Known>> = BTreeMap::new();
    let mut seen: HashSet<(Year, &str, &str)> = HashSet::new();
    for (index, row) in hiding.rows.iter().enumerate() {
        // A count that is there twice is refused, and nothing is shown of either.
        if !seen.insert((row.year, &row.exploitation, &row.measure)) {
            continue;
        }
        if let Some(number) = row.count.and_then(Count::whole).filter(|number| *number > 0) {
            by_form.entry((row.year, &row.exploitation)).or_default().push((index, number));
        }
    }
    let mut found = Vec::new();
    for counts in by_form.into_values() {
        for whole in &counts {
            let others: Vec<Known> = counts.iter().filter(|other| other.0 != whole.0).copied().collect();
            found.extend(sums(&others, whole.1).into_iter().map(|terms| (*whole, terms)));
        }
    }
    found
}

/// One sum that holds.
fn close_one(hiding: &mut Hiding, (whole, _): Known, terms: &[Known]) {
    let (shown, hidden): (Vec<_>, Vec<_>) = terms.iter().partition(|(index, _)| hiding.is_shown(*index));
    if !hiding.is_shown(whole) {
        // The sum is hidden: one of its terms has to be.
        if let (true, Some((largest, _))) = (hidden.is_empty(), shown.iter().max_by_key(|(_, number)| *number)) {
            hiding.hide(*largest);
        }
        return;
    }
    // Beside a hidden term its sum is hidden too: the other terms have forms of their own, which narrow what is left for it.
    if !hidden.is_empty() {
        hiding.hide(whole);
    }
}

/// Every choice of two or more of the counts with a sum.
fn sums(counts: &[Known], sum: u64) -> Vec<Vec<Known>> {
    if counts.len() > ALL_SUMS {
        return pairs(counts, sum);
    }
    let chosen = |choice: u32| -> Vec<Known> {
        counts.iter().enumerate().filter(|(at, _)| choice >> at & 1 == 1).map(|(_, count)| *count).collect()
    };
    (0..1u32 << counts.len())
        .filter(|choice| choice.count_ones() > 1)
        .map(chosen)
        .filter(|terms| terms.iter().map(|(_, number)| number).sum::<u64>() == sum)
        .collect()
}

/// Every pair of the counts with a sum, each number looked for by what the other leaves of it.
fn pairs(counts: &[Known], sum: u64) -> Vec<Vec<Known>> {
    let mut with_number: HashMap<u64, Vec<usize>> = HashMap::new();
    for (at, (_, number)) in counts.iter().enumerate() {
        with_number.entry(*number).or_default().push(at);
    }
    let others = |number: u64| sum.checked_sub(number).and_then(|rest| with_number.get(&rest)).into_iter().flatten();
    let pairs_of = |(at, one): (usize, &Known)| {
        let one = *one;
        others(one.1).filter(move |other| **other > at).map(move |other| vec![one, counts[*other]])
    };
    counts.iter().enumerate().flat_map(pairs_of).collect()
}

#[cfg(test)]
mod tests {
    use super::{ALL_SUMS, sums};

    #[test]
    fn of_many_counts_every_pair_with_a_sum_is_found() {
        let counts: Vec<(usize, u64)> = [7, 3, 5, 5, 1, 9, 2, 8, 4, 6, 5, 10, 1].into_iter().enumerate().collect();
        assert!(counts.len() > ALL_SUMS);
        for sum in 0..25 {
            let mut expected = Vec::new();
            for (at, one) in counts.iter().enumerate() {
                for other in &counts[at + 1..] {
                    expected.extend((one.1 + other.1 == sum).then(|| vec![*one, *other]));
                }
            }
            assert_eq!(sums(&counts, sum), expected, "{sum}");
        }
    }
}
