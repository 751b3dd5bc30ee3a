//! Which addresses a new network has: `--subnet`, `--ip-range`, `--gateway`.

use std::net::IpAddr;

/// One subnet of a new network.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Subnet {
    /// `10.0.0.0/24`
    pub subnet: String,
    /// The part of it that containers get addresses from.
    pub range: Option<String>,
    /// The gateway's address.
    pub gateway: Option<String>,
}

impl Subnet {
    /// Puts each range and each gateway to the subnet that it lies in, as the docker CLI does before it asks the
    /// engine.
    ///
    /// # Errors
    /// Docker's message.
    pub fn all(subnets: &[String], ranges: &[String], gateways: &[String]) -> Result<Vec<Self>, String> {
        if subnets.len() < ranges.len() || subnets.len() < gateways.len() {
            return Err("every ip-range or gateway must have a corresponding subnet".to_owned());
        }
        let mut found: Vec<Self> = Vec::new();
        for subnet in subnets {
            for other in &found {
                if contains(subnet, &other.subnet)? || contains(&other.subnet, subnet)? {
                    return Err("multiple overlapping subnet configuration is not supported".to_owned());
                }
            }
            found.push(Self { subnet: subnet.clone(), ..Self::default() });
        }
        for range in ranges {
            cidr(range)?;
            place(
                &mut found,
                range,
                |subnet| &mut subnet.range,
                |range, taken, subnet| {
                    format!(
                        "cannot configure multiple ranges ({range}, {taken}) on the same subnet ({subnet})"
                    )
                },
            )
            .and_then(|placed| placed.ok_or_else(|| format!("no matching subnet for range {range}")))?;
        }
        for gateway in gateways {
            place(&mut found, gateway, |subnet| &mut subnet.gateway, |gateway, taken, subnet| {
                format!("cannot configure multiple gateways ({gateway}, {taken}) for the same subnet ({subnet})")
            })
            .and_then(|placed| placed.ok_or_else(|| format!("no matching subnet for gateway {gateway}")))?;
        }
        Ok(found)
    }
}

/// Puts `text` into the field of each subnet that it lies in; nothing where it lies in none.
fn place(
    subnets: &mut [Subnet],
    text: &str,
    field: fn(&mut Subnet) -> &mut Option<String>,
    twice: fn(&str, &str, &str) -> String,
) -> Result<Option<()>, String> {
    let mut placed = None;
    for subnet in subnets {
        if !contains(&subnet.subnet, text)? {
            continue;
        }
        let name = subnet.subnet.clone();
        let field = field(subnet);
        if let Some(taken) = field {
            return Err(twice(text, taken, &name));
        }
        *field = Some(text.to_owned());
        placed = Some(());
    }
    Ok(placed)
}

/// Whether an address lies in `subnet`, as in `172.18.0.0/16`; in none that is no subnet.
pub fn lies_in(address: IpAddr, subnet: &str) -> bool {
    contains(subnet, &address.to_string()).unwrap_or(false)
}

/// Whether an address, or the first of a subnet, lies in `subnet`. What is no address lies nowhere.
fn contains(subnet: &str, what: &str) -> Result<bool, String> {
    let (network, length) = cidr(subnet).map_err(|why| format!("invalid subnet: {why}"))?;
    let address = if what.contains('/') { cidr(what)?.0 } else { what.parse().ok().map(bits) };
    Ok(match (network, address) {
        (Some((network, wide)), Some((address, as_wide))) if wide == as_wide => {
            // All bits may be shifted out: an IPv4 address stands in the upper 32 of 128.
            let mask = u128::MAX.checked_shl(128 - length).unwrap_or(0);
            network & mask == address & mask
        }
        _ => false,
    })
}

/// An address's bits, the first of them first, and whether it is an IPv6 one.
type Bits = (u128, bool);

fn bits(address: IpAddr) -> Bits {
    match address {
        IpAddr::V4(address) => (u128::from(u32::from(address)) << 96, false),
        IpAddr::V6(address) => (u128::from(address), true),
    }
}

/// `10.0.0.0/24` as its address and its length.
fn cidr(text: &str) -> Result<(Option<Bits>, u32), String> {
    let bad = || format!("invalid CIDR address: {text}");
    let (address, length) = text.split_once('/').ok_or_else(bad)?;
    let address: IpAddr = address.parse().map_err(|_| bad())?;
    let digits = !length.is_empty() && length.bytes().all(|byte| byte.is_ascii_digit());
    let length: u32 = length.parse().ok().filter(|_| digits).ok_or_else(bad)?;
    let most = if address.is_ipv4() { 32 } else { 128 };
    if length > most { Err(bad()) } else { Ok((Some(bits(address)), length)) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn all(subnets: &[&str], ranges: &[&str], gateways: &[&str]) -> Result<Vec<Subnet>, String> {
        let own = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect::<Vec<_>>();
        Subnet::all(&own(subnets), &own(ranges), &own(gateways))
    }

    #[test]
    fn ranges_and_gateways_find_their_subnets() {
        let two = all(&["10.1.0.0/16", "fd00::/64"], &["10.1.2.0/24"], &["fd00::1", "10.1.0.9"]);
        let subnet = |subnet: &str, range: Option<&str>, gateway: &str| Subnet {
            subnet: subnet.into(),
            range: range.map(str::to_owned),
            gateway: Some(gateway.into()),
        };
        let expected = vec![
            subnet("10.1.0.0/16", Some("10.1.2.0/24"), "10.1.0.9"),
            subnet("fd00::/64", None, "fd00::1"),
        ];
        assert_eq!(two, Ok(expected));
    }

    #[test]
    fn everything_lies_in_the_widest_subnet_of_its_kind_alone() {
        assert_eq!(contains("0.0.0.0/0", "255.1.2.3"), Ok(true));
        assert_eq!(contains("::/0", "fd00::1"), Ok(true));
        assert_eq!(contains("::/0", "10.0.0.1"), Ok(false));
        assert_eq!(contains("10.0.0.1/32", "10.0.0.2"), Ok(false));
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(subnet in "[0-9a-f:./]{0,20}", other in "[0-9a-f:./]{0,20}") {
            let _ = Subnet::all(&[subnet.clone(), other.clone()], std::slice::from_ref(&other), &[subnet, other.clone()]);
        }

        #[test]
        fn what_lies_in_a_subnet_shares_its_first_bits(address: u32, other: u32, length in 0_u32..=32) {
            let [address, other] = [address, other].map(std::net::Ipv4Addr::from);
            let shared = (u32::from(address) ^ u32::from(other)).leading_zeros() >= length;
            prop_assert_eq!(contains(&format!("{address}/{length}"), &other.to_string()), Ok(shared));
        }
    }
}
