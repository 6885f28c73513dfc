//! The kinds of personal data.

use equifinal_study::message::Message;
use equifinal_study::{say, worded};

/// A kind of personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Personal {
    /// The name of a person.
    Name,
    /// A telephone number.
    Telephone,
    /// An e-mail address.
    Email,
    /// A postal address.
    Address,
    /// A number of an identity document or a record.
    Identity,
    /// An account of a service.
    Account,
    /// Where somebody was.
    Place,
    /// An address on the Internet.
    Ip,
    /// A device.
    Device,
    /// A column that the codebook declares private.
    Declared,
}

impl Personal {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::Name => say!("private-name"),
            Self::Telephone => say!("private-telephone"),
            Self::Email => say!("private-email"),
            Self::Address => say!("private-address"),
            Self::Identity => say!("private-identity"),
            Self::Account => say!("private-account"),
            Self::Place => say!("private-place"),
            Self::Ip => say!("private-ip"),
            Self::Device => say!("private-device"),
            Self::Declared => say!("private-declared"),
        }
    }
}

worded!(Personal);
