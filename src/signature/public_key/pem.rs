//! PEM (RFC 7468): the DER of the first block of a text.
//!
//! Lines may be of any length and end in any way, since keys come through variables and form fields; the base64 itself has
//! to be right.

use super::form::base64;

const BEGIN: &str = "-----BEGIN ";

/// The blocks that are read.
const READ: [&str; 3] = ["PUBLIC KEY", "CERTIFICATE", "PRIVATE KEY"];

/// Others that people try; no other label is repeated in a message, as it could be anything.
const REFUSED: [&str; 7] = [
    "RSA PUBLIC KEY",
    "RSA PRIVATE KEY",
    "EC PRIVATE KEY",
    "EC PARAMETERS",
    "ENCRYPTED PRIVATE KEY",
    "OPENSSH PRIVATE KEY",
    "CERTIFICATE REQUEST",
];

/// Whether a text is PEM, or would be.
pub(super) fn begins(text: &str) -> bool {
    text.contains(BEGIN)
}

/// The bytes of the first block. In a chain of certificates that is the sender's own.
pub(super) fn decode(text: &str) -> Result<Vec<u8>, String> {
    let cut = || "holds a PEM block that is cut off, expected its lines `-----BEGIN` and `-----END`".to_owned();
    let block = text.split_once(BEGIN).map_or("", |(_, block)| block);
    let (label, rest) = block.split_once("-----").ok_or_else(cut)?;
    if !READ.contains(&label) {
        let found = REFUSED.iter().find(|known| **known == label).map_or(String::new(), |known| format!(" `{known}`"));
        return Err(format!(
            "begins with the PEM block{found}, expected `PUBLIC KEY`, `CERTIFICATE` or `PRIVATE KEY` (PKCS#8, not encrypted)"
        ));
    }
    let (content, _) = rest.split_once(&format!("-----END {label}-----")).ok_or_else(cut)?;
    base64(content).filter(|der| !der.is_empty()).ok_or_else(|| {
        let hint = if content.contains("\\n") { " (`\\n` stands there as two characters)" } else { "" };
        format!("holds a PEM block that is not base64{hint}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_block_counts_and_lines_do_not() {
        let rows: &[(&str, Result<&[u8], &str>)] = &[
            ("-----BEGIN PUBLIC KEY-----\nAP8=\n-----END PUBLIC KEY-----\n", Ok(&[0, 255])),
            ("-----BEGIN PUBLIC KEY-----\r\nAP\r\n8=\r\n-----END PUBLIC KEY-----", Ok(&[0, 255])),
            ("-----BEGIN PUBLIC KEY-----AP8=-----END PUBLIC KEY-----", Ok(&[0, 255])),
            ("subject=/CN=x\n-----BEGIN CERTIFICATE-----\nAP8=\n-----END CERTIFICATE-----\nmore", Ok(&[0, 255])),
            (
                "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n\
                 -----BEGIN CERTIFICATE-----\n/w==\n-----END CERTIFICATE-----\n",
                Ok(&[0]),
            ),
            ("-----BEGIN PUBLIC KEY-----\nAP8=\n", Err("is cut off")),
            ("-----BEGIN PUBLIC KEY", Err("is cut off")),
            ("-----BEGIN PUBLIC KEY-----\nAP8=\n-----END PRIVATE KEY-----\n", Err("is cut off")),
            ("-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n", Err("is not base64")),
            ("-----BEGIN PUBLIC KEY-----\nAP9=\n-----END PUBLIC KEY-----\n", Err("is not base64")),
            ("-----BEGIN PUBLIC KEY-----\\nAP8=\\n-----END PUBLIC KEY-----", Err("`\\n` stands there as two")),
            ("-----BEGIN RSA PRIVATE KEY-----\nAP8=\n-----END RSA PRIVATE KEY-----\n", Err("block `RSA PRIVATE KEY`")),
            ("-----BEGIN topsecret-----\nAP8=\n-----END topsecret-----\n", Err("block, expected")),
        ];
        for (text, expected) in rows {
            assert!(begins(text));
            match (decode(text), expected) {
                (Ok(found), Ok(bytes)) => assert_eq!(found, *bytes, "{text}"),
                (Err(message), Err(part)) => {
                    assert!(message.contains(part) && !message.contains("topsecret"), "{text}: {message}");
                }
                (found, _) => panic!("{text}: {found:?}"),
            }
        }
    }
}
