//! The table of built-in plans: each outline by its id, packed, so that only the one in use is read.

#[cfg(feature = "details")]
use crate::packed;
use crate::packed::Packed;
#[cfg(any(test, not(feature = "details")))]
use crate::packed::Reader;
use crate::provider::outline::Outline;

/// What [`pack`] has made of the built-in definitions.
#[cfg(any(test, not(feature = "details")))]
const TABLE: &[u8] = include_bytes!("plans.bin");

/// Packs outlines: how many there are, then of each the id, the length, and the outline itself.
#[cfg(feature = "details")]
pub fn pack<'o>(outlines: impl ExactSizeIterator<Item = &'o Outline>) -> Vec<u8> {
    let mut table = Vec::new();
    packed::number(outlines.len() as u64, &mut table);
    for outline in outlines {
        let mut bytes = Vec::new();
        outline.pack(&mut bytes);
        outline.id.pack(&mut table);
        packed::bytes(&bytes, &mut table);
    }
    table
}

/// The outline of a built-in definition; `None` where there is none of that id.
#[cfg(any(test, not(feature = "details")))]
pub(crate) fn find(id: &str) -> Option<Outline> {
    let mut table = Reader(TABLE);
    for _ in 0..table.length() {
        let own = table.text();
        let length = table.length();
        let outline = table.bytes(length);
        if own == id {
            return Some(Outline::unpack(&mut Reader(outline)));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::provider;

    /// The outline of a built-in definition, made anew.
    fn compiled(id: &str) -> Outline {
        provider::compile::outline(&provider::built_in(id).unwrap()).unwrap()
    }

    fn packed(outline: &Outline) -> Vec<u8> {
        let mut bytes = Vec::new();
        outline.pack(&mut bytes);
        bytes
    }

    #[test]
    fn built_in_plans_are_those_of_the_definitions() {
        for id in provider::ids() {
            let (ours, read) = (compiled(id), find(id).expect(id));
            assert!(packed(&ours) == packed(&read), "{id} differs: run `cargo xtask generate`");
            let made = |outline: &Outline| {
                let schemas: Vec<_> = outline.schemas.iter().map(crate::schema::Schema::unspoken).collect();
                format!("{schemas:?} {:?}", outline.events)
            };
            assert_eq!(made(&ours), made(&read), "{id}");
        }
        assert!(find("").is_none());
    }
}
