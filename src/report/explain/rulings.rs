//! What decides lines as documents, each made once for all lines of one rule and year.

use std::collections::HashMap;
use std::ptr;
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::document::{RuleDocument, RulingDocument, ShareDocument};
use super::service::ServiceDocument;
use super::{Explaining, driver_document, plain};
use crate::attribution::Ruling;
use crate::domain::Fraction;

/// The documents made so far.
pub(super) struct Rulings<'p> {
    explaining: Explaining<'p>,
    /// By the address of what they are of, which stays where it is.
    made: HashMap<*const Ruling, Arc<RulingDocument>, RandomState>,
}

impl<'p> Rulings<'p> {
    pub(super) fn new(explaining: Explaining<'p>) -> Self {
        Self { explaining, made: HashMap::default() }
    }

    pub(super) fn of(&mut self, ruling: &'p Ruling) -> Arc<RulingDocument> {
        let explaining = self.explaining;
        Arc::clone(self.made.entry(ptr::from_ref(ruling)).or_insert_with(|| Arc::new(document(ruling, explaining))))
    }
}

fn document(ruling: &Ruling, Explaining { project, language, .. }: Explaining<'_>) -> RulingDocument {
    let worked = ruling.worked.as_deref();
    let base = worked.and_then(|worked| worked.base.as_ref());
    let services = worked.iter().flat_map(|worked| &worked.services);
    RulingDocument {
        share: ruling.share.as_ref().map(|share| ShareDocument::from(share.map(Fraction::to_string))),
        rule: ruling.rule.as_deref().map(|rule| RuleDocument::new(rule, language)),
        drivers: worked.map(|worked| worked.drivers.iter().map(driver_document).collect()).unwrap_or_default(),
        services: services.map(|used| ServiceDocument::new(used, project, language)).collect(),
        base: base.map(|base| plain(&base.amount, base.currency)),
        base_currency: base.map(|base| base.currency.to_string()),
    }
}
