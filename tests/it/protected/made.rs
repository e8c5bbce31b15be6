//! Projects with small counts of every kind.

use std::collections::BTreeMap;
use std::path::Path;

use proptest::prelude::{Strategy, any, prop, prop_oneof};

use super::reader::Cell;
use super::{FORMS, MEASURES, YEARS};

/// A project with counts of every kind.
#[derive(Debug, Clone)]
pub struct Made {
    pub below: u64,
    /// By year, measure and form, `all` too; no row where there is none.
    pub counts: BTreeMap<Cell, u64>,
    /// Users of two services in each year.
    pub users: BTreeMap<(u16, String), u64>,
    /// Whether what is attributed is divided by counts.
    pub is_split: bool,
}

impl Made {
    fn victims(&self) -> String {
        let row = |((year, measure, form), count): (&Cell, &u64)| format!("{year},{measure},{form},{count}\n");
        "year,measure,exploitation,count\n".to_owned() + &self.counts.iter().map(row).collect::<String>()
    }

    fn services(&self) -> String {
        let row = |((year, service), users): (&(u16, String), &u64)| {
            format!("{service},{year},2.1,assistance,,{users},,30,night,25.00\n")
        };
        let shares = YEARS.map(|year| format!("Care,{year},2.1,assistance,detected,,0.5,2,hour,40.00\n")).concat();
        "service,year,step,area,measure,users,use,units,unit,unit_cost\n".to_owned()
            + &self.users.iter().map(row).collect::<String>()
            + &shares
    }

    pub fn files(&self) -> [(&'static str, String); 7] {
        let split = "[default.split]\nexploitation = { by = \"victims:detected\" }\n";
        let rule = "[[rule]]\nid = \"police\"\nmatch = { agency = \"MoI\" }\n\
                    share = { numerator = \"thb\", denominator = \"all\" }\nrationale = \"x\"\n";
        [
            (
                "thb-cost.toml",
                format!(
                    "[project]\ntitle = \"x\"\ncurrency = \"BGN\"\nprotect = {}\n[inputs]\nbudget = \"budget.csv\"\n\
                     agencies = \"agencies.csv\"\nvictims = \"victims.csv\"\nservices = \"services.csv\"\n\
                     drivers = \"drivers.csv\"\nrules = \"rules.toml\"\n",
                    self.below
                ),
            ),
            ("budget.csv", "year,amount,line\n2016,700000.00,Campaign\n2017,765432.10,Campaign\n".to_owned()),
            (
                "agencies.csv",
                "year,amount,line,agency\n2016,9000000.00,Police,MoI\n2017,9900000.00,Police,MoI\n".to_owned(),
            ),
            (
                "drivers.csv",
                "driver,year,value\nthb,2016,1200\nthb,2017,1300\nall,2016,7000\nall,2017,7100\n".to_owned(),
            ),
            ("victims.csv", self.victims()),
            ("services.csv", self.services()),
            ("rules.toml", format!("version = 1\n{rule}{}", if self.is_split { split } else { "" })),
        ]
    }

    /// The same without users of services: one that says a hidden count is hidden with it, and only together with it another.
    pub fn without_users(mut self) -> Self {
        self.users.values_mut().for_each(|users| *users = 0);
        self
    }

    pub fn write(&self, folder: &Path) {
        for (name, text) in self.files() {
            std::fs::write(folder.join(name), text).unwrap();
        }
    }

    /// The counts of victims that are small.
    pub fn small(&self) -> Vec<&Cell> {
        let is_small = |count: u64| count > 0 && count < self.below;
        self.counts.iter().filter(|(_, count)| is_small(**count)).map(|(cell, _)| cell).collect()
    }

    pub fn small_users(&self) -> Vec<&(u16, String)> {
        let is_small = |count: u64| count > 0 && count < self.below;
        self.users.iter().filter(|(_, count)| is_small(**count)).map(|(of, _)| of).collect()
    }
}

fn number() -> impl Strategy<Value = u64> {
    prop_oneof![4 => 0..7u64, 2 => 5..14u64, 1 => 14..60u64, 1 => 300..600u64]
}

/// Forms with their total, which may leave some that no form has; a measure may be the sum of others.
pub fn made() -> impl Strategy<Value = Made> {
    let of_year = (
        prop::collection::vec(number(), 6),
        prop::collection::vec(prop_oneof![3 => 0..1u64, 1 => 1..9u64], 2),
        prop::collection::vec(number(), 2),
        any::<bool>(),
    );
    (3..8u64, prop::collection::vec(of_year, 2), any::<bool>()).prop_map(|(below, years, is_split)| {
        let mut made = Made { below, counts: BTreeMap::new(), users: BTreeMap::new(), is_split };
        for (year, (forms, left, users, adds_up)) in YEARS.into_iter().zip(years) {
            for (place, measure) in MEASURES.into_iter().enumerate() {
                let mut forms = forms[place * 3..place * 3 + 3].to_vec();
                // A split by counts that are all zero is refused.
                forms[0] = forms[0].max(1);
                let total: u64 = forms.iter().sum::<u64>() + left[place];
                made.counts.insert((year, measure.to_owned(), "all".to_owned()), total);
                for (form, count) in FORMS.into_iter().zip(forms) {
                    made.counts.insert((year, measure.to_owned(), form.to_owned()), count);
                }
            }
            if adds_up {
                let total = |measure: &str| made.counts[&(year, measure.to_owned(), "all".to_owned())];
                let both = MEASURES.map(total).iter().sum();
                made.counts.insert((year, "registered".to_owned(), "all".to_owned()), both);
            }
            for (service, users) in ["Shelter", "Advice"].into_iter().zip(users) {
                made.users.insert((year, service.to_owned()), users);
            }
        }
        made
    })
}
