//! The services of the pack, where the project has some of the years shown: what they are worked out from, once.

use super::Material;
use crate::measures::Query;
use crate::measures::services::ServicesFound;
use crate::report::Context;
use crate::report::services::{ServicesInCurrency, ServicesReport, WithoutServices, services_of_report};

/// The services with the question that they answer: dimensions and forms of exploitation are none of theirs.
pub(super) struct Found<'m> {
    query: Query,
    services: Result<(ServicesFound<'m>, Vec<ServicesInCurrency<'m>>), WithoutServices>,
}

impl<'m> Found<'m> {
    pub(super) fn new(material: &Material<'m>) -> Self {
        let asked = material.context.query.clone();
        let query = Query { by: Vec::new(), exploitation: None, ..asked };
        let (context, others) = (material.context, ServicesInCurrency::of_others);
        let services = services_of_report(context, &query);
        let services = services.and_then(|found| Ok((found, others(context.project, context.attribution, &query)?)));
        Self { services, query }
    }

    /// As they are reported, or why there are none.
    pub(super) fn report<'f>(&'f self, context: Context<'f>) -> Result<ServicesReport<'f>, &'f WithoutServices> {
        let (services, also) = self.services.as_ref()?;
        Ok(ServicesReport { context: Context { query: &self.query, ..context }, services, also })
    }
}
