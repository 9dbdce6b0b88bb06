//! A compiled schema: flat arrays that nodes point into by index.

use crate::packed::{packed, packed_as};

use super::keyword::Keyword;
use super::keywords::array::ArrayRules;
use super::keywords::logic::LogicRules;
use super::keywords::number::NumberRules;
use super::keywords::object::ObjectRules;
use super::keywords::string::StringRules;
use super::keywords::value::ValueRules;

/// Index of a node.
pub(crate) type NodeId = u32;

/// The node that allows everything.
pub(crate) const ANY: NodeId = 0;

/// An index that no array has.
pub(crate) const NONE: u32 = u32::MAX;

/// JSON types as a set of bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Types(pub u8);

impl Types {
    pub(crate) const NONE: Types = Types(0);
    pub(crate) const NULL: Types = Types(1);
    pub(crate) const BOOLEAN: Types = Types(2);
    /// Whole numbers; `number` has this bit too.
    pub(crate) const INTEGER: Types = Types(4);
    /// Numbers that are not whole.
    pub(crate) const DECIMAL: Types = Types(8);
    pub(crate) const STRING: Types = Types(16);
    pub(crate) const ARRAY: Types = Types(32);
    pub(crate) const OBJECT: Types = Types(64);
    pub(crate) const ALL: Types = Types(127);
    pub(crate) const NUMBER: Types = Types(Self::INTEGER.0 | Self::DECIMAL.0);

    const NAMES: [(&'static str, Types); 7] = [
        ("object", Types::OBJECT),
        ("array", Types::ARRAY),
        ("string", Types::STRING),
        ("number", Types::NUMBER),
        ("integer", Types::INTEGER),
        ("boolean", Types::BOOLEAN),
        ("null", Types::NULL),
    ];

    pub(crate) fn from_name(name: &str) -> Option<Types> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, types)| *types)
    }

    #[inline(always)]
    pub(crate) fn has(self, other: Types) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) fn with(self, other: Types) -> Types {
        Types(self.0 | other.0)
    }

    pub(crate) fn without(self, other: Types) -> Types {
        Types(self.0 & !other.0)
    }

    pub(crate) fn and(self, other: Types) -> Types {
        Types(self.0 & other.0)
    }

    /// The names of the types, joined by ` or `.
    pub(crate) fn words(self) -> String {
        let mut names = Vec::new();
        for (name, types) in Self::NAMES {
            let whole_only = types == Types::INTEGER && self.has(Types::DECIMAL);
            if self.and(types) == types && !whole_only {
                names.push(name);
            }
        }
        names.join(" or ")
    }
}

/// One schema object. The indexes are [`NONE`] where it has no rules of that kind.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub types: Types,
    /// The types of values that only the rules of their own type speak of.
    pub direct: Types,
    /// Those of them that are scalars about which nothing more is to be checked.
    pub quick: Types,
    /// Whether there is nothing to check at all.
    pub any: bool,
    /// Whether there is more to do once the end of the value is known: `values` or `logic`.
    pub after: bool,
    /// The applicator that takes the first pass over the value, as the node has no rules of its own for that.
    pub lead: Lead,
    pub object: u32,
    pub array: u32,
    pub string: u32,
    pub number: u32,
    pub values: u32,
    pub logic: u32,
    /// The schema resource that the node belongs to, for `$dynamicRef`.
    pub resource: u32,
}

impl Node {
    pub(crate) fn any() -> Self {
        Self {
            types: Types::ALL,
            direct: Types::ALL,
            quick: Types::ALL,
            any: true,
            after: false,
            lead: Lead::Own,
            object: NONE,
            array: NONE,
            string: NONE,
            number: NONE,
            values: NONE,
            logic: NONE,
            resource: NONE,
        }
    }

    /// Whether no rule of any kind is there, whatever the flags say.
    pub(crate) fn is_bare(&self) -> bool {
        let rules = [self.object, self.array, self.string, self.number, self.values, self.logic];
        self.types == Types::ALL && rules.iter().all(|rules| *rules == NONE)
    }
}

packed_as! {
    // An index that there is not becomes 0.
    Node: |node| {
        let indexes = [node.object, node.array, node.string, node.number, node.values, node.logic, node.resource];
        (node.types.0, indexes.map(|index| index.wrapping_add(1)))
    }, |from| {
        let types = Types(from.byte());
        let indexes = from.value::<[u32; 7]>().map(|index| index.wrapping_sub(1));
        let [object, array, string, number, values, logic, resource] = indexes;
        Node { types, object, array, string, number, values, logic, resource, ..Node::any() }
    }
}

/// Who takes the first pass over a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lead {
    /// The node's own rules.
    Own,
    /// The first schema of `LogicRules::all`.
    All,
    /// The branch of the first choice that the value's type tells.
    Choice,
}

/// What only matters once a node's rule is broken.
#[derive(Clone, Debug, Default)]
pub(crate) struct NodeInfo {
    /// Where the schema object stands: a JSON Pointer, with `uri#` before it in documents other than the first.
    pub pointer: String,
    /// What `x-tolerant` says.
    pub tolerant: Vec<(Keyword, Tolerance)>,
}

packed!(NodeInfo { tolerant } and { pointer: String::new() });

/// What becomes of a broken rule in `tolerant` and `observe` mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tolerance {
    Drift,
    Warning,
}

packed!(
    enum Tolerance {
        Drift,
        Warning,
    }
);

/// A compiled schema.
#[derive(Clone, Debug)]
pub(crate) struct Program {
    pub root: NodeId,
    pub nodes: Vec<Node>,
    pub infos: Vec<NodeInfo>,
    pub objects: Vec<ObjectRules>,
    pub arrays: Vec<ArrayRules>,
    pub strings: Vec<StringRules>,
    pub numbers: Vec<NumberRules>,
    pub values: Vec<ValueRules>,
    pub logic: Vec<LogicRules>,
    /// Whether any `$dynamicRef` depends on the way that led to it.
    pub dynamic: bool,
    /// Whether some numbers are called int64.
    pub int64: bool,
}

impl Program {
    /// The program that allows every JSON value.
    pub(crate) fn any() -> Self {
        Self {
            root: ANY,
            nodes: vec![Node::any()],
            infos: vec![NodeInfo::default()],
            objects: Vec::new(),
            arrays: Vec::new(),
            strings: Vec::new(),
            numbers: Vec::new(),
            values: Vec::new(),
            logic: Vec::new(),
            dynamic: false,
            int64: false,
        }
    }

    #[inline(always)]
    pub(crate) fn node(&self, id: NodeId) -> &Node {
        &self.nodes.as_slice()[id as usize]
    }

    pub(crate) fn info(&self, id: NodeId) -> &NodeInfo {
        &self.infos[id as usize]
    }

    pub(crate) fn object(&self, id: NodeId) -> Option<&ObjectRules> {
        self.objects.get(self.node(id).object as usize)
    }

    pub(crate) fn array(&self, id: NodeId) -> Option<&ArrayRules> {
        self.arrays.get(self.node(id).array as usize)
    }

    /// Lets `change` replace every index of a node that the rules hold.
    pub(crate) fn for_each_reference(&mut self, mut change: impl FnMut(&mut NodeId)) {
        change(&mut self.root);
        for rules in &mut self.objects {
            rules.properties.iter_mut().for_each(|property| change(&mut property.node));
            rules.patterns.iter_mut().for_each(|(_, node)| change(node));
            rules.dependent_schemas.iter_mut().for_each(|(_, node)| change(node));
            rules.property_names.iter_mut().for_each(&mut change);
            change(&mut rules.additional);
        }
        for rules in &mut self.arrays {
            rules.prefix.iter_mut().for_each(&mut change);
            rules.contains.iter_mut().for_each(|contains| change(&mut contains.node));
            change(&mut rules.items);
        }
        for rules in &mut self.logic {
            rules.all.iter_mut().for_each(&mut change);
            rules.not.iter_mut().for_each(&mut change);
            for dynamic in &mut rules.dynamic {
                change(&mut dynamic.fallback);
                dynamic.anchors.iter_mut().for_each(|(_, node)| change(node));
            }
            rules.choices.iter_mut().flat_map(|choice| &mut choice.branches).for_each(&mut change);
            if let Some(condition) = &mut rules.condition {
                [&mut condition.test, &mut condition.then, &mut condition.otherwise].into_iter().for_each(&mut change);
            }
            rules.unevaluated_properties.iter_mut().for_each(|rest| change(&mut rest.node));
            rules.unevaluated_items.iter_mut().for_each(|rest| change(&mut rest.node));
        }
    }

    pub(crate) fn logic(&self, id: NodeId) -> Option<&LogicRules> {
        self.logic.get(self.node(id).logic as usize)
    }
}
