package simwright.euicc;

import java.util.Optional;
import simwright.fault.FaultCode;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// What the loading of a bound profile package came to (SGP.22 clause 2.5.6,
/// ProfileInstallationResult), signed by the card.
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
