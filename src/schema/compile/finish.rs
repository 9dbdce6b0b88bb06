//! What can only be decided once all nodes are there: recursion, shortcuts, choices by type.

use crate::schema::SchemaError;
use crate::schema::keywords::object::names_only;
use crate::schema::program::{Lead, NONE, Node, NodeId, Types};

use super::Compiler;

impl Compiler<'_> {
    pub(super) fn finish(&mut self) -> Result<(), SchemaError> {
        self.refuse_endless_recursion()?;
        if !self.program.dynamic {
            self.shorten_references();
        }
        for index in 0..self.program.logic.len() {
            for choice in 0..self.program.logic[index].choices.len() {
                let by_type = self.program.logic[index].choices[choice].is_by_type(&self.program);
                self.program.logic[index].choices[choice].by_type = by_type;
            }
        }
        for (node, info) in self.program.nodes.iter_mut().zip(&self.program.infos) {
            node.after = node.values != NONE || node.logic != NONE;
            let rules = [node.object, node.array, node.string, node.number].iter().any(|rules| *rules != NONE);
            node.any = !node.after && !rules && node.types == Types::ALL;
            let scoped = self.program.dynamic && node.resource != NONE;
            node.direct = if node.after || scoped { Types::NONE } else { node.types };
            node.quick = node.direct;
            for (rules, types) in [(node.string, Types::STRING), (node.number, Types::NUMBER)] {
                node.quick = if rules == NONE { node.quick } else { node.quick.without(types) };
            }
            if let Some(logic) = self.program.logic.get_mut(node.logic as usize) {
                // A broken choice that is only a warning must not be reported as errors of a branch.
                for choice in &mut logic.choices {
                    choice.by_type &= !info.tolerant.iter().any(|(keyword, _)| *keyword == choice.keyword);
                }
                node.lead = match logic.choices.first() {
                    _ if rules => Lead::Own,
                    _ if !logic.all.is_empty() => Lead::All,
                    Some(choice) if choice.by_type => Lead::Choice,
                    _ => Lead::Own,
                };
            }
            if let Some(object) = self.program.objects.get_mut(node.object as usize) {
                object.hasty = names_only(object) && !node.after;
            }
        }
        Ok(())
    }

    /// A schema that applies itself to the very same value would never come to an end.
    fn refuse_endless_recursion(&self) -> Result<(), SchemaError> {
        #[derive(Clone, Copy, PartialEq)]
        enum Mark {
            New,
            Open,
            Done,
        }
        let mut marks = vec![Mark::New; self.program.nodes.len()];
        for start in 0..self.program.nodes.len() {
            let mut path: Vec<(usize, Vec<NodeId>)> = Vec::new();
            let mut enter = Some(start);
            loop {
                if let Some(id) = enter.take() {
                    match marks[id] {
                        Mark::Done => {}
                        Mark::Open => {
                            let message = "the schema applies itself to the same value without end".to_owned();
                            return Err(SchemaError::at(&self.program.infos[id].pointer, "", message));
                        }
                        Mark::New => {
                            marks[id] = Mark::Open;
                            path.push((id, self.in_place(id as NodeId)));
                        }
                    }
                }
                let Some((id, next)) = path.last_mut() else { break };
                match next.pop() {
                    Some(child) => enter = Some(child as usize),
                    None => {
                        marks[*id] = Mark::Done;
                        path.pop();
                    }
                }
            }
        }
        Ok(())
    }

    fn in_place(&self, id: NodeId) -> Vec<NodeId> {
        let mut nodes: Vec<NodeId> = self.program.logic(id).iter().flat_map(|logic| logic.in_place()).collect();
        if let Some(object) = self.program.object(id) {
            nodes.extend(object.dependent_schemas.iter().map(|(_, node)| *node));
        }
        nodes
    }

    /// Lets whatever leads to a schema that is only a `$ref` lead to its target at once.
    fn shorten_references(&mut self) {
        let count = self.program.nodes.len();
        let only_ref = |id: NodeId| {
            let node = self.program.node(id);
            let bare = Node { logic: NONE, resource: NONE, ..node.clone() };
            let logic = self.program.logic(id).filter(|_| bare.is_bare());
            logic.and_then(|logic| logic.is_only_ref())
        };
        let shortcuts: Vec<NodeId> = (0..count as NodeId)
            .map(|id| {
                let mut target = id;
                // The references have been found to come to an end.
                while let Some(next) = only_ref(target) {
                    target = next;
                }
                target
            })
            .collect();
        self.program.for_each_reference(|id| *id = shortcuts[*id as usize]);
    }
}
