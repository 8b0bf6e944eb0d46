package simwright.apdu;

import java.util.List;
import java.util.Optional;
import simwright.fault.Fault;
import simwright.time.Deadline;
import simwright.tlv.Octets;

/// An application on a logical channel that the card itself opened (MANAGE CHANNEL and SELECT, ETSI
/// TS 102 221 clauses 11.1.17 and 11.1.1).
public record SelectedApplication(
    LogicalChannel opened, CardChannel channel, Octets aid, String way) implements CardApplication {
  /// Opens a channel and selects the first of these applications that the card has; empty where it
  /// has none, and then, or where the wire breaks, the channel is closed again. What was tried is
  /// told in `tried`. The wire below must know 6Cxx.
  public static Optional<SelectedApplication> open(
      CardChannel card, List<Octets> aids, String way, List<String> tried, Deadline deadline) {
    LogicalChannel opened;
    try {
      opened = LogicalChannel.open(card, deadline);
    } catch (Fault refused) {
      if (!refused.code().equals(ApduCodes.NO_CHANNEL)) {
        throw refused;
      }
      tried.add("MANAGE CHANNEL: " + refused.evidence().orElse("refused"));
      return Optional.empty();
    }
    try {
      Optional<SelectedApplication> selected = select(opened, aids, way, tried, deadline);
      if (selected.isEmpty()) {
        Response unused = opened.close(deadline);
      }
      return selected;
    } catch (Fault broken) {
      throw closed(opened, broken, deadline);
    }
  }

  private static Optional<SelectedApplication> select(
      LogicalChannel opened, List<Octets> aids, String way, List<String> tried, Deadline deadline) {
    CardChannel whole = new WholeAnswers(opened);
    for (Octets aid : aids) {
      Response selected =
          whole.transmit(Command.of(0, 0xa4, 4, 0).with(aid).expecting(256), deadline);
      if (selected.status().succeeded()) {
        return Optional.of(new SelectedApplication(opened, whole, aid, way));
      }
      tried.add("SELECT " + selected.status());
    }
    return Optional.empty();
  }

  /// A wire that cannot close it either takes nothing from what broke first.
  private static Fault closed(LogicalChannel opened, Fault broken, Deadline deadline) {
    try {
      Response unused = opened.close(deadline);
    } catch (Fault again) {
      broken.addSuppressed(again);
    }
    return broken;
  }

  @Override
  public void close(Deadline deadline) {
    Response unused = opened.close(deadline);
  }
}
