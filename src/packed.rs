//! Compiled plans as bytes: each value by its place, nothing named, so that reading them back takes little code.
//!
//! Only what this crate has written itself is read back. What follows from other values is left out and made again.

/// A value that the table of built-in plans can hold.
pub(crate) trait Packed: Sized {
    /// Writes it.
    #[cfg(feature = "details")]
    fn pack(&self, to: &mut Vec<u8>);

    /// Reads it back.
    #[cfg(any(test, not(feature = "details")))]
    fn unpack(from: &mut Reader<'_>) -> Self;
}

/// What is left of a packed text. At its end it goes on as zeros.
#[cfg(any(test, not(feature = "details")))]
pub(crate) struct Reader<'t>(pub &'t [u8]);

#[cfg(any(test, not(feature = "details")))]
impl<'t> Reader<'t> {
    /// The next byte.
    pub fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    /// A value.
    pub fn value<T: Packed>(&mut self) -> T {
        T::unpack(self)
    }

    /// A number: seven bits a byte, the lowest first.
    pub fn number(&mut self) -> u64 {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            number |= u64::from(byte & 0x7F) << (shift & 63);
            shift += 7;
            if byte < 0x80 {
                return number;
            }
        }
    }

    /// A length.
    pub fn length(&mut self) -> usize {
        self.number() as usize
    }

    /// That many bytes.
    pub fn bytes(&mut self, length: usize) -> &'t [u8] {
        let (bytes, rest) = self.0.split_at(length.min(self.0.len()));
        self.0 = rest;
        bytes
    }

    /// A text behind its length.
    pub fn text(&mut self) -> &'t str {
        let length = self.length();
        std::str::from_utf8(self.bytes(length)).unwrap_or_default()
    }
}

/// Writes a number.
#[cfg(feature = "details")]
pub(crate) fn number(mut number: u64, to: &mut Vec<u8>) {
    while number >= 0x80 {
        to.push(number as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

/// Writes a text.
#[cfg(feature = "details")]
pub(crate) fn bytes(bytes: &[u8], to: &mut Vec<u8>) {
    number(bytes.len() as u64, to);
    to.extend_from_slice(bytes);
}

/// How something is packed as another type, given how it is made of that and turned into it.
macro_rules! packed_as {
    ($($type:ty: |$value:ident| $turned:expr, |$from:ident| $made:expr);+ $(;)?) => { $(
        impl $crate::packed::Packed for $type {
            #[cfg(feature = "details")]
            fn pack(&self, to: &mut Vec<u8>) {
                let $value = self;
                $crate::packed::Packed::pack(&$turned, to);
            }

            #[cfg(any(test, not(feature = "details")))]
            fn unpack($from: &mut $crate::packed::Reader<'_>) -> Self {
                $made
            }
        }
    )+ };
}
pub(crate) use packed_as;

macro_rules! numbers {
    ($($type:ident)+) => { $(
        impl Packed for $type {
            #[cfg(feature = "details")]
            fn pack(&self, to: &mut Vec<u8>) {
                number(u64::from(*self), to);
            }

            #[cfg(any(test, not(feature = "details")))]
            fn unpack(from: &mut Reader<'_>) -> Self {
                from.number() as $type
            }
        }
    )+ };
}
numbers!(u16 u32 u64);

packed_as! {
    usize: |size| *size as u64, |from| from.length();
    bool: |flag| u8::from(*flag), |from| from.byte() != 0;
    char: |character| u32::from(*character), |from| char::from_u32(from.value()).unwrap_or_default();
}

impl Packed for u8 {
    #[cfg(feature = "details")]
    fn pack(&self, to: &mut Vec<u8>) {
        to.push(*self);
    }

    #[cfg(any(test, not(feature = "details")))]
    fn unpack(from: &mut Reader<'_>) -> Self {
        from.byte()
    }
}

impl Packed for String {
    #[cfg(feature = "details")]
    fn pack(&self, to: &mut Vec<u8>) {
        bytes(self.as_bytes(), to);
    }

    #[cfg(any(test, not(feature = "details")))]
    fn unpack(from: &mut Reader<'_>) -> Self {
        from.text().to_owned()
    }
}

impl Packed for Box<str> {
    #[cfg(feature = "details")]
    fn pack(&self, to: &mut Vec<u8>) {
        bytes(self.as_bytes(), to);
    }

    #[cfg(any(test, not(feature = "details")))]
    fn unpack(from: &mut Reader<'_>) -> Self {
        from.text().into()
    }
}

impl<T: Packed> Packed for Vec<T> {
    #[cfg(feature = "details")]
    fn pack(&self, to: &mut Vec<u8>) {
        number(self.len() as u64, to);
        self.iter().for_each(|item| item.pack(to));
    }

    #[cfg(any(test, not(feature = "details")))]
    fn unpack(from: &mut Reader<'_>) -> Self {
        let length = from.length();
        let mut items = Vec::with_capacity(length);
        for _ in 0..length {
            items.push(T::unpack(from));
        }
        items
    }
}

impl<T: Packed> Packed for Box<[T]> {
    #[cfg(feature = "details")]
    fn pack(&self, to: &mut Vec<u8>) {
        number(self.len() as u64, to);
        self.iter().for_each(|item| item.pack(to));
    }

    #[cfg(any(test, not(feature = "details")))]
    fn unpack(from: &mut Reader<'_>) -> Self {
        Vec::unpack(from).into()
    }
}

impl<T: Packed, const N: usize> Packed for [T; N] {
    #[cfg(feature = "details")]
    fn pack(&self, to: &mut Vec<u8>) {
        self.iter().for_each(|item| item.pack(to));
    }

    #[cfg(any(test, not(feature = "details")))]
    fn unpack(from: &mut Reader<'_>) -> Self {
        std::array::from_fn(|_| T::unpack(from))
    }
}

impl<T: Packed> Packed for Option<T> {
    #[cfg(feature = "details")]
    fn pack(&self, to: &mut Vec<u8>) {
        to.push(self.is_some().into());
        self.iter().for_each(|value| value.pack(to));
    }

    #[cfg(any(test, not(feature = "details")))]
    fn unpack(from: &mut Reader<'_>) -> Self {
        (from.byte() != 0).then(|| T::unpack(from))
    }
}

impl<A: Packed, B: Packed> Packed for (A, B) {
    #[cfg(feature = "details")]
    fn pack(&self, to: &mut Vec<u8>) {
        self.0.pack(to);
        self.1.pack(to);
    }

    #[cfg(any(test, not(feature = "details")))]
    fn unpack(from: &mut Reader<'_>) -> Self {
        (A::unpack(from), B::unpack(from))
    }
}

impl<A: Packed, B: Packed, C: Packed> Packed for (A, B, C) {
    #[cfg(feature = "details")]
    fn pack(&self, to: &mut Vec<u8>) {
        self.0.pack(to);
        self.1.pack(to);
        self.2.pack(to);
    }

    #[cfg(any(test, not(feature = "details")))]
    fn unpack(from: &mut Reader<'_>) -> Self {
        (A::unpack(from), B::unpack(from), C::unpack(from))
    }
}

/// How a type is packed: the fields of a structure in this order, beside those that follow from others; or the variants of an
/// enumeration.
macro_rules! packed {
    ($type:ident { $($field:ident),+ $(,)? } $(and { $($other:ident: $made:expr),+ $(,)? })?) => {
        impl $crate::packed::Packed for $type {
            #[cfg(feature = "details")]
            fn pack(&self, to: &mut Vec<u8>) {
                $($crate::packed::Packed::pack(&self.$field, to);)+
            }

            #[cfg(any(test, not(feature = "details")))]
            fn unpack(from: &mut $crate::packed::Reader<'_>) -> Self {
                Self { $($field: $crate::packed::Packed::unpack(from),)+ $($($other: $made,)+)? }
            }
        }
    };
    (enum $type:ident { $($variant:ident $(($($item:ident),+))? $({ $($field:ident),+ })?),+ $(,)? }) => {
        impl $crate::packed::Packed for $type {
            #[cfg(feature = "details")]
            fn pack(&self, to: &mut Vec<u8>) {
                #[allow(dead_code, reason = "an enumeration with one variant is counted too")]
                enum Tag { $($variant),+ }
                match self {
                    $($type::$variant $(($($item),+))? $({ $($field),+ })? => {
                        to.push(Tag::$variant as u8);
                        $($($crate::packed::Packed::pack($item, to);)+)?
                        $($($crate::packed::Packed::pack($field, to);)+)?
                    })+
                }
            }

            #[cfg(any(test, not(feature = "details")))]
            fn unpack(from: &mut $crate::packed::Reader<'_>) -> Self {
                enum Tag { $($variant),+ }
                match from.byte() {
                    $(tag if tag == Tag::$variant as u8 => {
                        $($(let $item = $crate::packed::Packed::unpack(from);)+)?
                        $($(let $field = $crate::packed::Packed::unpack(from);)+)?
                        $type::$variant $(($($item),+))? $({ $($field),+ })?
                    })+
                    _ => unreachable!("the table was written by this crate"),
                }
            }
        }
    };
}
pub(crate) use packed;
