//! What charts ask, answered once: several kinds ask the same, and each of them does in every language.

use std::sync::{Arc, Mutex, PoisonError};

use crate::domain::Year;
use crate::language::Message;
use crate::measures::compare::{CompareQuery, Comparison};
use crate::measures::sensitivity::Sensitivity;
use crate::measures::{Cost, Query};

/// The answers to what charts ask of one ledger.
#[derive(Debug, Default)]
pub struct ChartAnswers {
    pub(super) costs: Answers<Query, Cost>,
    pub(super) comparisons: Answers<([Year; 2], CompareQuery), Comparison>,
    pub(super) swings: Answers<Query, Sensitivity>,
    pub(super) known_lines: Answers<(Query, Vec<Year>), Option<Message>>,
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
