//! What can only be decided once all nodes are there: recursion, and shortcuts through references.

use crate::schema::SchemaError;
use crate::schema::program::{NONE, Node, NodeId};

use super::Compiler;

impl Compiler<'_> {
    pub(super) fn finish(&mut self) -> Result<(), SchemaError> {
        self.refuse_endless_recursion()?;
        if !self.program.dynamic {
            self.shorten_references();
        }
        self.program.derive();
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
