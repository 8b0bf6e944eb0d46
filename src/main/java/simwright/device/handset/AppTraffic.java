package simwright.device.handset;

/// The bytes that an application of a handset sent and received over the mobile network.
public record AppTraffic(String app, long sent, long received) {}
