//! Identities used inside a steering model. They are the municipality's own short words, unique within one model.

use std::fmt;

macro_rules! model_ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The identity written as `id` in the model file.
            pub fn new(id: impl Into<String>) -> Self {
                Self(id.into())
            }

            /// The identity as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self::new(id)
            }
        }

        impl From<String> for $name {
            fn from(id: String) -> Self {
                Self(id)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer).map(Self)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }
    )+};
}

model_ids! {
    /// Names one version of one municipality's steering model, such as `osteraker-2018`.
    ModelId,
    /// Names an organisational level, such as `namnd`.
    OrgLevelId,
    /// Names an element type, such as `inriktningsmal`.
    TypeId,
    /// Names a scale.
    ScaleId,
    /// Names a level of a scale.
    ScaleLevelId,
    /// Names an assessment rule.
    AssessmentId,
    /// Names a step of the yearly cycle.
    StepId,
    /// Names a document type.
    DocumentId,
    /// Names a source that the model refers to.
    SourceId,
}
