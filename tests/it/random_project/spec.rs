//! What stands in the files of a project, cell by cell: every column is a `String`, or an `Option`
//! where the cell may be empty. Values are as they are written, before any default or normalisation.

/// A whole project folder.
#[derive(Clone)]
pub(crate) struct ProjectSpec {
    /// `project.currency`; `None` leaves the key out (the project is in BGN then).
    pub(crate) currency: Option<String>,
    /// Whether the project has a dimension of its own, `region`.
    pub(crate) has_region: bool,
    /// Files of money rows, in the order in which the manifest names them.
    pub(crate) money: Vec<MoneyFile>,
    /// Whether the manifest names the files of an input by a glob, or one by one.
    pub(crate) by_glob: bool,
    pub(crate) victims: Vec<VictimRow>,
    pub(crate) drivers: Vec<DriverRow>,
    pub(crate) rates: Vec<RateRow>,
    pub(crate) prices: Vec<PriceRow>,
    pub(crate) services: Vec<ServiceRow>,
    pub(crate) rules: Vec<RuleSpec>,
    pub(crate) default_split: SplitSpec,
}

/// The three inputs that hold money rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Input {
    Budget,
    External,
    Agencies,
}

/// One file of money rows.
#[derive(Clone, Debug)]
pub(crate) struct MoneyFile {
    pub(crate) input: Input,
    /// File name within the project folder.
    pub(crate) name: String,
    pub(crate) rows: Vec<MoneyRow>,
}

/// One money row; an empty cell is `None`.
#[derive(Clone, Debug)]
pub(crate) struct MoneyRow {
    pub(crate) year: String,
    pub(crate) amount: Option<String>,
    pub(crate) line: String,
    pub(crate) agency: Option<String>,
    pub(crate) funder: Option<String>,
    pub(crate) label: Option<String>,
    pub(crate) phase: Option<String>,
    pub(crate) function: Option<String>,
    pub(crate) area: Option<String>,
    pub(crate) currency: Option<String>,
    pub(crate) source: Option<String>,
    /// Of a project with that dimension.
    pub(crate) region: Option<String>,
    pub(crate) note: Option<String>,
}

/// One row of `victims.csv`.
#[derive(Clone, Debug)]
pub(crate) struct VictimRow {
    pub(crate) year: String,
    pub(crate) measure: String,
    pub(crate) exploitation: Option<String>,
    pub(crate) group: Option<String>,
    /// `12`, `<5`, `3-8`, or empty.
    pub(crate) count: Option<String>,
}

/// One row of `drivers.csv`.
#[derive(Clone, Debug)]
pub(crate) struct DriverRow {
    pub(crate) driver: String,
    pub(crate) year: String,
    pub(crate) value: Option<String>,
    pub(crate) low: Option<String>,
    pub(crate) high: Option<String>,
    /// Of a driver that is money.
    pub(crate) currency: Option<String>,
}

/// One row of `rates.csv`.
#[derive(Clone, Debug)]
pub(crate) struct RateRow {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) year: String,
    pub(crate) rate: String,
}

/// One `[[rule]]`.
#[derive(Clone, Debug)]
pub(crate) struct RuleSpec {
    pub(crate) id: String,
    pub(crate) matches: MatchSpec,
    /// `2014`, `2014..`, `..2017`, `2014..2017`; `None` is all years.
    pub(crate) years: Option<String>,
    pub(crate) share: ShareSpec,
    /// `previous`, `interpolate`, `index:NAME`: how blank amounts of its lines are estimated.
    pub(crate) fill: Option<String>,
    pub(crate) split: SplitSpec,
}

/// A `match` table; all of its fields must match.
#[derive(Clone, Debug)]
pub(crate) struct MatchSpec(pub(crate) Vec<FieldMatch>);

/// One field of a `match` table: any of the patterns.
#[derive(Clone, Debug)]
pub(crate) struct FieldMatch {
    pub(crate) field: Field,
    pub(crate) any_of: Vec<String>,
}

/// The fields that a rule can match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    Agency,
    Funder,
    Financing,
    Label,
    Line,
    Function,
    Area,
    Currency,
    Region,
}

/// A number of a share, as it is written in TOML.
#[derive(Clone, Debug)]
pub(crate) enum Written {
    /// `"12.5%"`, held without the sign.
    Percent(String),
    /// `"0.125"`, a string.
    Text(String),
    /// `0.125`, a bare TOML number.
    Bare(String),
}

/// Every form of a share.
#[derive(Clone, Debug)]
pub(crate) enum ShareSpec {
    All,
    None,
    Fixed(Written),
    Interval {
        low: Written,
        central: Written,
        high: Written,
        distribution: Option<String>,
    },
    Ratio {
        numerator: String,
        denominator: String,
        weight: Option<WeightSpec>,
        /// `error`, `skip`, `previous`, `interpolate`, `index:NAME`; `None` leaves the key out (`error`).
        missing: Option<String>,
    },
    Pool {
        judgements: Vec<JudgementSpec>,
        distribution: Option<String>,
    },
    Product(Vec<ShareSpec>),
    Amount {
        driver: String,
        missing: Option<String>,
    },
    Units {
        units: String,
        unit_cost: String,
        missing: Option<String>,
    },
    /// Names of services, with wildcards.
    Services(Vec<String>),
    OverheadOf(MatchSpec),
}

/// What a case of a numerator costs, counted in other cases.
#[derive(Clone, Debug)]
pub(crate) enum WeightSpec {
    /// A number, bare or in quotes.
    Number(Written),
    /// Low, central, high.
    Range([String; 3]),
    /// A driver.
    Driver(String),
}

/// One judgement of a pool.
#[derive(Clone, Debug)]
pub(crate) struct JudgementSpec {
    /// Low, central, high.
    pub(crate) bounds: [Written; 3],
    pub(crate) weight: Option<String>,
}

/// One row of `services.csv`. Of three cells the first is the central value, then low and high.
#[derive(Clone, Debug)]
pub(crate) struct ServiceRow {
    pub(crate) service: String,
    pub(crate) year: String,
    pub(crate) step: Option<String>,
    pub(crate) area: Option<String>,
    pub(crate) measure: Option<String>,
    pub(crate) exploitation: Option<String>,
    /// `12`, `<5`, `3-8`, or empty.
    pub(crate) users: Option<String>,
    pub(crate) share: [Option<String>; 3],
    pub(crate) units: [Option<String>; 3],
    pub(crate) unit_cost: [Option<String>; 3],
    pub(crate) currency: Option<String>,
}

/// One row of `prices.csv`.
#[derive(Clone, Debug)]
pub(crate) struct PriceRow {
    pub(crate) index: String,
    pub(crate) year: String,
    pub(crate) rate: String,
}

/// A `split` table: a dimension that is `None` is not given.
#[derive(Clone, Debug, Default)]
pub(crate) struct SplitSpec {
    pub(crate) area: Option<SplitBy>,
    pub(crate) exploitation: Option<SplitBy>,
}

/// How one dimension is split.
#[derive(Clone, Debug)]
pub(crate) enum SplitBy {
    /// Names and their shares, in file order.
    Fixed(Vec<(String, PartShare)>),
    /// `{ by = "victims:MEASURE" }`.
    Victims(String),
    /// `{ by = { name = "driver", ... } }`, in file order.
    Drivers(Vec<(String, String)>),
}

/// The share of one part of a split.
#[derive(Clone, Debug)]
pub(crate) enum PartShare {
    Written(Written),
    Rest,
}
