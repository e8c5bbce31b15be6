//! What charts ask, answered once: several kinds ask the same, each of them does in every language, and the review around
//! them does too.

use std::sync::{Arc, Mutex, PoisonError};

use crate::domain::Year;
use crate::language::Message;
use crate::measures::compare::{CompareQuery, Comparison};
use crate::measures::sensitivity::{Drawing, Sensitivity};
use crate::measures::{BasisFault, Cost, Layout, Query};

/// The answers to what charts ask of one ledger.
#[derive(Debug)]
pub struct ChartAnswers {
    pub(super) costs: Answers<Query, Cost>,
    pub(super) known_lines: Answers<(Query, Vec<Year>), Option<Message>>,
    comparisons: Answers<([Year; 2], CompareQuery), Comparison>,
    sensitivities: Answers<(Query, Drawing), Sensitivity>,
    /// How much is drawn for a chart.
    pub(super) drawing: Drawing,
}

/// The least that can be drawn: no chart shows anything of the draws.
const LEAST: Drawing = Drawing { draws: 2, seed: 0 };

impl Default for ChartAnswers {
    fn default() -> Self {
        Self::drawing(LEAST)
    }
}

impl ChartAnswers {
    /// Those beside which so much is drawn, so that a chart need not draw again.
    #[must_use]
    pub fn drawing(drawing: Drawing) -> Self {
        Self {
            costs: Answers::default(),
            known_lines: Answers::default(),
            comparisons: Answers::default(),
            sensitivities: Answers::default(),
            drawing,
        }
    }

    /// What changed between two years of the ledger.
    ///
    /// # Errors
    ///
    /// A basis that cannot be had.
    pub fn comparison(
        &self,
        years: [Year; 2],
        query: CompareQuery,
        answer: impl FnOnce(&CompareQuery) -> Result<Comparison, BasisFault>,
    ) -> Result<Arc<Comparison>, BasisFault> {
        self.comparisons.of((years, query), |(_, query)| answer(query))
    }

    /// How sure the figures of a question are in its main currency, without dimensions.
    ///
    /// # Errors
    ///
    /// A basis that cannot be had.
    pub fn sensitivity(
        &self,
        query: &Query,
        drawing: Drawing,
        answer: impl FnOnce(&Query) -> Result<Sensitivity, BasisFault>,
    ) -> Result<Arc<Sensitivity>, BasisFault> {
        let query = Query { by: Vec::new(), also: Vec::new(), layout: Layout::default(), ..query.clone() };
        self.sensitivities.of((query, drawing), |(query, _)| answer(query))
    }
}

/// Questions of one sort with their answers.
#[derive(Debug)]
pub(super) struct Answers<Q, A>(Mutex<Vec<(Q, Slot<A>)>>);

/// Locked while its question is being answered, so that who asks the same waits.
type Slot<A> = Arc<Mutex<Option<Arc<A>>>>;

impl<Q, A> Default for Answers<Q, A> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<Q: PartialEq + Clone, A> Answers<Q, A> {
    /// The answer to a question, worked out where it was not asked before. A fault is not kept.
    pub(super) fn of<E>(&self, question: Q, answer: impl FnOnce(&Q) -> Result<A, E>) -> Result<Arc<A>, E> {
        let slot = {
            let mut asked = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            match asked.iter().find(|(other, _)| *other == question) {
                Some((_, slot)) => Arc::clone(slot),
                None => {
                    let slot = Slot::default();
                    asked.push((question.clone(), Arc::clone(&slot)));
                    slot
                }
            }
        };
        let mut slot = slot.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = &*slot {
            return Ok(Arc::clone(known));
        }
        let found = Arc::new(answer(&question)?);
        *slot = Some(Arc::clone(&found));
        Ok(found)
    }
}
