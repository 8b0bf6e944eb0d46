package simwright.device;

import java.util.List;

/// A packet data context: its number, type (`IP`, `IPV6`, `IPV4V6`, `Non-IP`), access point name,
/// whether it is active, and its addresses.
public record PacketContext(
    int cid, String type, String apn, boolean active, List<String> addresses) {}
