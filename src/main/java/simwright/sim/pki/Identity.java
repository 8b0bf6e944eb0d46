package simwright.sim.pki;

import simwright.rsp.trust.Certificate;

/// A certificate and the key that belongs to it.
public record Identity(Certificate certificate, SigningKey key) {}
