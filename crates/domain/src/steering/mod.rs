//! stub
pub mod kinds; pub mod more_kinds; pub mod ids;
pub use ids::*; pub use kinds::*; pub use more_kinds::*;
/// stub
#[derive(Debug,Clone)] pub struct SteeringModel;
impl SteeringModel { /// stub
pub fn may_link(&self,_:&TypeId,_:LinkKind,_:&TypeId)->bool{true} }
