//! Which image a helper is made of.

use crate::network::Snapshot;

/// The images that are present, those first that are likely to have busybox, then those `wanted`.
pub fn ranked(snapshot: &Snapshot, wanted: &[String]) -> Vec<String> {
    let likely = |image: &str| ["busybox", "alpine"].iter().any(|word| image.contains(word));
    let mut images: Vec<String> =
        wanted.iter().filter(|image| snapshot.has_image(image)).map(|image| tagged(image)).collect();
    for image in &snapshot.images {
        if !images.contains(image) {
            images.push(image.clone());
        }
    }
    // Stable: the order of the wishes holds within each kind.
    images.sort_by_key(|image| !likely(image));
    images
}

/// A reference with its tag; none means `latest`.
fn tagged(image: &str) -> String {
    let last = image.rsplit('/').next().unwrap_or(image);
    if last.contains([':', '@']) { image.to_owned() } else { format!("{image}:latest") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likely_ones_first_then_wishes() {
        let images = ["alpine:latest", "busybox:1", "nginx:latest", "tomcat:9.0"].map(String::from).to_vec();
        let snapshot = Snapshot { images, ..Snapshot::default() };
        let wanted = ["tomcat:9.0", "busybox:1", "absent"].map(String::from);
        assert_eq!(ranked(&snapshot, &wanted), ["busybox:1", "alpine:latest", "tomcat:9.0", "nginx:latest"]);
    }
}
