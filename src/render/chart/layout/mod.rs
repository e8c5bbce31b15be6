//! Where things stand: what is around the plot, axes, and labels with the room that they need.

pub(crate) mod axis;
pub(crate) mod frame;
pub(crate) mod labels;
pub(crate) mod names;
pub(crate) mod room;
pub(crate) mod text;
pub(crate) mod whisker;
