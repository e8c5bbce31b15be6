//! What every kind of chart is, and why one cannot be made.

use super::material::ChartMaterial;
use super::spec::ChartSpec;
use crate::language::{Language, Message};
use crate::measures::CostError;

/// A kind of chart.
pub trait ChartKind: Sync {
    /// Its name, as on the command line.
    fn name(&self) -> &'static str;
    /// Whether it can be asked for by dimensions.
    fn takes_by(&self) -> bool {
        false
    }
    /// Whether it can show the largest groups only.
    fn takes_top(&self) -> bool {
        false
    }
    /// Whether it counts victims, so that measures can be asked for.
    fn takes_measures(&self) -> bool {
        false
    }
    /// Whether it shows the phase that is asked for.
    fn takes_phase(&self) -> bool {
        true
    }
    /// The chart.
    ///
    /// # Errors
    ///
    /// See [`ChartError`].
    fn spec(&self, material: &ChartMaterial<'_>) -> Result<ChartSpec, ChartError>;
}

/// Why a chart cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum ChartError {
    /// There is nothing to show. The message says what is missing and what to do.
    #[error("{}", Language::English.say(.0))]
    Nothing(Message),
    /// The costs cannot be worked out.
    #[error(transparent)]
    Cost(#[from] CostError),
}
