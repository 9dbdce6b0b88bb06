//! From schema documents to a program; whatever is not implemented is an error here, never ignored.

mod array;
mod finish;
mod logic;
mod object;
mod resource;
mod scalar;

use crate::schema::keyword::Keyword;
use crate::schema::keywords::array::ArrayRules;
use crate::schema::keywords::logic::LogicRules;
use crate::schema::keywords::number::NumberRules;
use crate::schema::keywords::object::ObjectRules;
use crate::schema::keywords::string::StringRules;
use crate::schema::keywords::value::ValueRules;
use crate::schema::program::{ANY, Node, NodeId, NodeInfo, Program, Tolerance, Types};
use crate::schema::tree::{Kind, TreeId};

use super::{CompileOptions, SchemaError, UnknownKeywords};
use resource::{Dialect, Place, Resources};

/// Compiles a schema document and what it refers to.
pub(crate) fn compile(text: &str, options: &CompileOptions<'_>) -> Result<Program, SchemaError> {
    let unstated = match options.unknown_keywords {
        UnknownKeywords::Refuse => Dialect::Unstated,
        UnknownKeywords::Annotate => Dialect::Draft2020,
    };
    let mut resources = Resources::default();
    let root = resources.add("", text, unstated)?;
    for (uri, text) in options.documents {
        resources.add(uri, text, unstated)?;
    }
    resources.settle()?;
    let refuse = options.unknown_keywords == UnknownKeywords::Refuse;
    let mut compiler = Compiler {
        resources,
        refuse,
        assert_formats: options.assert_formats,
        program: Program::any(),
        nodes: Vec::new(),
        queue: Vec::new(),
        entered: Vec::new(),
    };
    compiler.program.root = compiler.node(root, &SchemaError::at("", "", "expected a schema".to_owned()))?;
    while !compiler.queue.is_empty() {
        while let Some((id, tree)) = compiler.queue.pop() {
            compiler.schema(id, tree)?;
        }
        compiler.link_dynamic_references()?;
    }
    compiler.finish()?;
    Ok(compiler.program)
}

pub(crate) struct Compiler<'t> {
    resources: Resources<'t>,
    refuse: bool,
    assert_formats: bool,
    program: Program,
    /// The node of each schema met so far.
    nodes: Vec<Option<NodeId>>,
    /// Schemas that have a node but no rules yet. A queue, so that long chains of references need no deep stack.
    queue: Vec<(NodeId, TreeId)>,
    /// The schema resources that have a node.
    entered: Vec<usize>,
}

/// The schema object under compilation.
pub(crate) struct Context {
    place: Place,
    dialect: Dialect,
    validation: bool,
    tree: TreeId,
}

impl Context {
    /// What is wrong with a keyword of this schema object.
    pub(crate) fn error(&self, keyword: &str, message: &str) -> SchemaError {
        SchemaError::at(&self.place.pointer, keyword, message.to_owned())
    }
}

/// The rules of one schema object while its keywords are read.
#[derive(Default)]
struct Rules {
    types: Option<Types>,
    object: ObjectRules,
    array: ArrayRules,
    string: StringRules,
    number: NumberRules,
    values: ValueRules,
    logic: LogicRules,
    tolerant: Vec<(Keyword, Tolerance)>,
    speaks_of_objects: bool,
    speaks_of_arrays: bool,
    speaks_of_strings: bool,
    speaks_of_numbers: bool,
}

/// What to do about something that is not implemented here and is there.
pub(crate) const ELSEWHERE: &str = "; the entry `hookproof/full` has it";

/// Keywords that say nothing about validity.
const ANNOTATIONS: [&str; 19] = [
    "$anchor",
    "$comment",
    "$defs",
    "$dynamicAnchor",
    "$id",
    "$schema",
    "$vocabulary",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
    "default",
    "definitions",
    "deprecated",
    "description",
    "examples",
    "readOnly",
    "title",
    "writeOnly",
    "$recursiveAnchor",
];

impl Compiler<'_> {
    pub(crate) fn kind(&self, id: TreeId) -> &Kind {
        self.resources.trees.kind(id)
    }

    pub(crate) fn source(&self, id: TreeId) -> &str {
        self.resources.trees.source(id)
    }

    pub(crate) fn text_of(&self, id: TreeId, keyword: &str, context: &Context) -> Result<&str, SchemaError> {
        let wrong = || context.error(keyword, "found something else, expected a string");
        self.resources.trees.string(id).ok_or_else(wrong)
    }

    pub(crate) fn number_token(&self, id: TreeId, keyword: &str, context: &Context) -> Result<&str, SchemaError> {
        match self.kind(id) {
            Kind::Number => Ok(self.source(id)),
            _ => Err(context.error(keyword, "found something else, expected a number")),
        }
    }

    /// A count such as `maxLength`: a whole number from 0 on, however it is written.
    fn count(&self, id: TreeId, keyword: &str, context: &Context) -> Result<u64, SchemaError> {
        use crate::payload::number::Decimal;
        let wrong = || context.error(keyword, "found something else, expected a whole number from 0 on");
        let number = Decimal::parse(self.number_token(id, keyword, context)?.as_bytes()).ok_or_else(wrong)?;
        number.to_count().ok_or_else(wrong)
    }

    fn flag(&self, id: TreeId, keyword: &str, context: &Context) -> Result<bool, SchemaError> {
        match self.kind(id) {
            Kind::Bool(flag) => Ok(*flag),
            _ => Err(context.error(keyword, "found something else, expected `true` or `false`")),
        }
    }

    fn names_of(&self, id: TreeId, keyword: &str, context: &Context) -> Result<Vec<String>, SchemaError> {
        let wrong = || context.error(keyword, "found something else, expected an array of names");
        let Kind::Array(items) = self.kind(id) else { return Err(wrong()) };
        items.iter().map(|item| self.resources.trees.string(*item).map(str::to_owned).ok_or_else(wrong)).collect()
    }

    fn members_of(&self, id: TreeId, keyword: &str, context: &Context) -> Result<Vec<(Box<str>, TreeId)>, SchemaError> {
        match self.kind(id) {
            Kind::Object(members) => Ok(members.clone()),
            _ => Err(context.error(keyword, "found something else, expected an object of schemas")),
        }
    }

    fn items_of(&self, id: TreeId, keyword: &str, context: &Context) -> Result<Vec<TreeId>, SchemaError> {
        match self.kind(id) {
            Kind::Array(items) if !items.is_empty() => Ok(items.clone()),
            _ => Err(context.error(keyword, "found something else, expected an array of schemas")),
        }
    }

    /// The node of a schema, which is compiled later if it is new; `otherwise` is the error if it is no schema.
    fn node(&mut self, tree: TreeId, otherwise: &SchemaError) -> Result<NodeId, SchemaError> {
        match self.kind(tree) {
            Kind::Bool(true) => return Ok(ANY),
            Kind::Bool(false) | Kind::Object(_) => {}
            _ => return Err(otherwise.clone()),
        }
        if let Some(&Some(known)) = self.nodes.get(tree) {
            return Ok(known);
        }
        let id = NodeId::try_from(self.program.nodes.len()).map_err(|_| otherwise.clone())?;
        let pointer = self.resources.place(tree).pointer.clone();
        self.program.nodes.push(Node::any());
        self.program.infos.push(NodeInfo { pointer, tolerant: Vec::new() });
        if self.nodes.len() <= tree {
            self.nodes.resize(tree + 1, None);
        }
        self.nodes[tree] = Some(id);
        self.queue.push((id, tree));
        Ok(id)
    }

    fn subschema(&mut self, tree: TreeId, keyword: &str, context: &Context) -> Result<NodeId, SchemaError> {
        self.node(
            tree,
            &context.error(keyword, "found something else, expected a schema (an object, `true` or `false`)"),
        )
    }

    fn schema(&mut self, id: NodeId, tree: TreeId) -> Result<(), SchemaError> {
        let place = self.resources.place(tree).clone();
        if let Err(at) = self.entered.binary_search(&place.resource) {
            self.entered.insert(at, place.resource);
        }
        let resource = &self.resources.list[place.resource];
        let context = Context { dialect: resource.dialect, validation: resource.validation, place, tree };
        let mut rules = Rules::default();
        match self.kind(tree).clone() {
            Kind::Bool(false) => rules.types = Some(Types::NONE),
            Kind::Object(members) => {
                let only_ref = context.dialect == Dialect::Draft7 && members.iter().any(|(name, _)| &**name == "$ref");
                for (name, value) in members {
                    if only_ref && &*name != "$ref" {
                        self.beside_ref(&name, &context)?;
                        continue;
                    }
                    self.keyword(&mut rules, &name, value, &context)?;
                }
            }
            _ => {}
        }
        self.build(id, rules, &context)
    }

    /// Draft 7 ignores what stands beside `$ref`; where that would be a rule, its author should know.
    fn beside_ref(&self, name: &str, context: &Context) -> Result<(), SchemaError> {
        if self.refuse && !ANNOTATIONS.contains(&name) && !name.starts_with("x-") {
            return Err(context.error(name, "draft 7 ignores keywords beside `$ref`; put both into an `allOf`"));
        }
        Ok(())
    }

    fn keyword(&mut self, rules: &mut Rules, name: &str, value: TreeId, context: &Context) -> Result<(), SchemaError> {
        if ANNOTATIONS.contains(&name) {
            return self.annotation(name, value, context);
        }
        if name == "x-tolerant" {
            return self.tolerances(rules, value, context);
        }
        // Functions of their own, and not inlined: V8 optimises what is called as often as this in the background, which takes
        // it longer the larger it is.
        let known = self.logic_keyword(rules, name, value, context)?
            || self.object_keyword(rules, name, value, context)?
            || self.array_keyword(rules, name, value, context)?
            || self.scalar_keyword(rules, name, value, context)?;
        if known || name.starts_with("x-") || !self.refuse {
            return Ok(());
        }
        let elsewhere = matches!(name, "$recursiveRef" | "dependencies");
        let remedy = if elsewhere { ELSEWHERE } else { "" };
        Err(context.error(name, &say!("the keyword `{name}` is not implemented{remedy}")))
    }

    fn annotation(&mut self, name: &str, value: TreeId, context: &Context) -> Result<(), SchemaError> {
        if name == "$recursiveAnchor" && self.refuse {
            let message =
                "the keyword `$recursiveAnchor` is not implemented; use `$dynamicAnchor`, or `hookproof/full`";
            return Err(context.error(name, message));
        }
        // Definitions that nothing uses are compiled too, so that what is wrong in them is found.
        if self.refuse && (name == "$defs" || name == "definitions") {
            for (_, definition) in self.members_of(value, name, context)? {
                self.subschema(definition, name, context)?;
            }
        }
        Ok(())
    }

    fn tolerances(&self, rules: &mut Rules, value: TreeId, context: &Context) -> Result<(), SchemaError> {
        for (name, how) in self.members_of(value, "x-tolerant", context)? {
            let Some(keyword) = Keyword::from_name(&name) else {
                return Err(
                    context.error("x-tolerant", &say!("found `{name}`, expected a keyword of this schema object"))
                );
            };
            if self.resources.trees.get(context.tree, &name).is_none() {
                return Err(
                    context.error("x-tolerant", &say!("found `{name}`, which this schema object does not have"))
                );
            }
            let drifts = keyword.drifts();
            let tolerance = match self.resources.trees.string(how) {
                Some("drift") if drifts => Tolerance::Drift,
                Some("warning") => Tolerance::Warning,
                _ => {
                    let allowed = if drifts { "`drift` or `warning`" } else { "`warning`" };
                    return Err(context.error("x-tolerant", &say!("`{name}` can only be {allowed}")));
                }
            };
            rules.tolerant.push((keyword, tolerance));
        }
        Ok(())
    }

    fn build(&mut self, id: NodeId, mut rules: Rules, context: &Context) -> Result<(), SchemaError> {
        self.close_object(&mut rules, context)?;
        self.close_array(&mut rules, context)?;
        self.close_logic(&mut rules, context)?;
        let program = &mut self.program;
        let mut node = Node::any();
        node.types = rules.types.unwrap_or(Types::ALL);
        node.resource = context.place.resource as u32;
        if rules.speaks_of_objects {
            node.object = push(&mut program.objects, rules.object);
        }
        if rules.speaks_of_arrays {
            node.array = push(&mut program.arrays, rules.array);
        }
        if rules.speaks_of_strings {
            node.string = push(&mut program.strings, rules.string);
        }
        if rules.speaks_of_numbers {
            node.number = push(&mut program.numbers, rules.number);
        }
        if rules.values.one_of.is_some() || rules.values.exactly.is_some() {
            node.values = push(&mut program.values, rules.values);
        }
        let logic = &rules.logic;
        let rest = logic.unevaluated_properties.is_some() || logic.unevaluated_items.is_some();
        if rest || logic.in_place().next().is_some() {
            node.logic = push(&mut program.logic, rules.logic);
        }
        program.nodes[id as usize] = node;
        program.infos[id as usize].tolerant = rules.tolerant;
        Ok(())
    }
}

fn push<T>(list: &mut Vec<T>, item: T) -> u32 {
    list.push(item);
    (list.len() - 1) as u32
}
