package simwright.rollout.retirement;

import java.util.Optional;
import simwright.catalog.CatalogCodes;
import simwright.document.WrittenFile;
import simwright.fault.Fault;

/// An operator's word that it did what a ticket asked for: the reference it gave, and the SHA-256
/// of the file it came in.
public record Receipt(String reference, Optional<String> sha256) {
  private static final int LONGEST = 80;

  /// As a person typed it; throws `catalog/no-receipt` for what is no reference.
  public static Receipt typed(String reference) {
    String bare = reference.strip();
    if (bare.length() < 3 || bare.length() > LONGEST || !bare.matches("[\\p{L}\\p{N} ._/:#-]+")) {
      throw new Fault(
          CatalogCodes.NO_RECEIPT,
          "taking a receipt",
          "what was typed",
          "a reference has 3 to " + LONGEST + " letters, digits, and . _ / : # -",
          null);
    }
    return new Receipt(bare, Optional.empty());
  }

  /// A file that came from the operator, which has to name the ticket; throws `catalog/no-receipt`.
  public static Receipt of(String text, String file, Retirement retirement) {
    String number = retirement.number();
    if (number.isEmpty() || RetirementLog.named(text, number).isEmpty()) {
      throw new Fault(
          CatalogCodes.NO_RECEIPT,
          "taking a receipt",
          file,
          "it does not name " + (number.isEmpty() ? "a ticket" : "ticket " + number),
          null);
    }
    return new Receipt(number, Optional.of(WrittenFile.sha256(text)));
  }
}
