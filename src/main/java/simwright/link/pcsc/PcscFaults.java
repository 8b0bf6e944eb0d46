package simwright.link.pcsc;

import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;

/// What the errors of PC/SC mean here, by their names (PC/SC part 5, winscard.h).
final class PcscFaults {
  /// What Java's library says when this program itself holds the card already.
  private static final String OURS = "Exclusive access";

  private PcscFaults() {}

  /// Why a card could not be taken.
  static Fault opening(CardException e, LinkAddress address) {
    String name = name(e);
    FaultCode code =
        switch (name) {
          case "SCARD_E_NO_SMARTCARD", "SCARD_W_REMOVED_CARD" -> LinkCodes.NO_CARD;
          case "SCARD_E_UNKNOWN_READER",
              "SCARD_E_READER_UNAVAILABLE",
              "SCARD_E_NO_READERS_AVAILABLE" ->
              LinkCodes.ABSENT;
          default ->
              e instanceof CardNotPresentException
                  ? LinkCodes.NO_CARD
                  : name.startsWith(OURS) ? LinkCodes.BUSY : code(name);
        };
    return new Fault(code, "opening a card", address.toString(), name, e);
  }

  /// Why a card that was taken does not do it.
  static Fault talking(CardException e, LinkAddress address) {
    return new Fault(code(name(e)), "talking to a card", address.toString(), name(e), e);
  }

  /// A card that is pulled in the middle of a command is an exchange that failed, before the
  /// service notices that the card is not there.
  private static FaultCode code(String name) {
    return switch (name) {
      case "SCARD_E_SHARING_VIOLATION" -> LinkCodes.BUSY;
      case "SCARD_E_NO_ACCESS", "SCARD_W_SECURITY_VIOLATION" -> LinkCodes.FORBIDDEN;
      case "SCARD_E_NO_SERVICE",
          "SCARD_E_SERVICE_STOPPED",
          "SCARD_E_INVALID_HANDLE",
          "SCARD_E_SYSTEM_CANCELLED",
          "SCARD_F_COMM_ERROR",
          "SCARD_P_SHUTDOWN" ->
          LinkCodes.SERVICE_LOST;
      case "SCARD_E_NO_SMARTCARD",
          "SCARD_W_REMOVED_CARD",
          "SCARD_E_NOT_TRANSACTED",
          "SCARD_E_UNKNOWN_READER",
          "SCARD_E_READER_UNAVAILABLE",
          "SCARD_E_NO_READERS_AVAILABLE" ->
          LinkCodes.CARD_GONE;
      case "SCARD_W_RESET_CARD" -> LinkCodes.CARD_RESET;
      case "SCARD_W_UNPOWERED_CARD",
          "SCARD_W_UNRESPONSIVE_CARD",
          "SCARD_W_UNSUPPORTED_CARD",
          "SCARD_E_PROTO_MISMATCH",
          "SCARD_E_CARD_UNSUPPORTED" ->
          LinkCodes.CARD_MUTE;
      default -> LinkCodes.READER_ERROR;
    };
  }

  /// The name of the error beneath, else the words of the last cause.
  static String name(Throwable thrown) {
    String words = "";
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      String said = each.getMessage();
      words = said == null ? words : said;
    }
    int at = words.indexOf("SCARD_");
    return at < 0 ? words : words.substring(at).split("[^A-Z0-9_]", 2)[0];
  }
}
