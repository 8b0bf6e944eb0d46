package simwright.sim.network;

import java.util.Optional;

/// The services behind supplementary service codes: a balance, a menu, the own number.
public final class UssdService {
  private UssdService() {}

  /// What the network says: `more` asks for an answer within the session.
  public record Reply(boolean more, String text) {}

  /// Answers a code (`inMenu` when it is the answer to the menu); nothing where the network does
  /// not know it.
  public static Optional<Reply> ask(String text, boolean inMenu, String ownNumber) {
    if (inMenu) {
      return switch (text) {
        case "1" -> Optional.of(new Reply(false, "Data left: 4096 MB"));
        case "2" -> Optional.of(new Reply(false, "Your number is " + ownNumber));
        default -> Optional.of(new Reply(false, "This is not on the menu."));
      };
    }
    return switch (text) {
      case "*100#" -> Optional.of(new Reply(false, "Balance: 20.00"));
      case "*101#" -> Optional.of(new Reply(true, "1 Data\n2 Number"));
      case "*103#" -> Optional.of(new Reply(false, "You have used 1.5 GB of 5 GB."));
      case "*102#" -> Optional.of(new Reply(false, "Your number is " + ownNumber));
      default -> Optional.empty();
    };
  }
}
