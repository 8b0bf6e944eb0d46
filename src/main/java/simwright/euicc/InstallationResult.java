package simwright.euicc;

import java.util.Optional;
import simwright.fault.FaultCode;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// What the loading of a bound profile package came to (SGP.22 clause 2.5.6,
/// ProfileInstallationResult), signed by the card. Reasons of a failure: 1 input, 2 signature, 3
/// transaction, 4 key parameters, 5 operation, 6 class of profile, 7 structure, 8 security, 9 ICCID
/// there already, 10 memory, 11 interrupted, 12 profile element, 13 other ICCID, 14 key of a test
/// profile, 15 policy rule, 127 unknown; of version 3: 17 enterprise profiles not supported, 18
/// rules not allowed, 19 profile not allowed, 20 other enterprise, 21 rules in error, 22 enterprise
/// profiles only, 23 local preference not supported, 26 unknown metadata.
public sealed interface InstallationResult {
  /// Its tag.
  Tag TAG = Tag.of(0xbf37);

  /// The transaction it belongs to.
  Octets transactionId();

  /// What its notification says.
  NotificationMetadata metadata();

  /// The signed object.
  Tlv raw();

  /// The profile is on the card, disabled, in this ISD-P; `response` is the profile's own account
  /// of it.
  record Installed(
      Octets transactionId, NotificationMetadata metadata, Octets aid, Octets response, Tlv raw)
      implements InstallationResult {}

  /// It is not: in which command it stopped, and why; `response` is there where a profile element
  /// failed.
  record Failed(
      Octets transactionId,
      NotificationMetadata metadata,
      int command,
      int reason,
      Optional<Octets> response,
      Tlv raw)
      implements InstallationResult {
    /// The code to look up: `es10/load-package.10`.
    public FaultCode code() {
      return new FaultCode("es10", "load-package." + reason);
    }
  }

  /// Reads it.
  static InstallationResult read(Tlv tlv) {
    Tlv data = tlv.get(Tag.of(0xbf27));
    Octets id = data.get(Tag.of(0x80)).value();
    NotificationMetadata metadata = NotificationMetadata.read(data.get(NotificationMetadata.TAG));
    Tlv result = data.get(Tag.of(0xa2));
    Optional<Tlv> success = result.find(Tag.of(0xa0));
    if (success.isPresent()) {
      return new Installed(
          id,
          metadata,
          success.get().get(ProfileId.AID).value(),
          success.get().get(Tag.of(0x04)).value(),
          tlv);
    }
    Tlv error = result.get(Tag.of(0xa1));
    return new Failed(
        id,
        metadata,
        Asn1.integer(error.get(Tag.of(0x80))),
        Asn1.integer(error.get(Tag.of(0x81))),
        error.find(Tag.of(0x82)).map(Tlv::value),
        tlv);
  }
}
