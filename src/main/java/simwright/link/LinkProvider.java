package simwright.link;

import java.util.List;
import java.util.Optional;
import simwright.fault.Fault;

/// A transport: lists its ports and opens one. Only `Links` calls `open`, so that every link has
/// its transcript.
public interface LinkProvider {
  /// The URI scheme it serves.
  String scheme();

  /// The ports there are now.
  List<PortInfo> list();

  /// Opens exclusively; throws `link/busy`, `link/forbidden`, `link/gone` or `link/unsupported`,
  /// saying who or what to do.
  ByteLink open(LinkAddress address, LinkSettings settings);

  /// Whether an address of it leads to a card, opened by `openCard` alone.
  default boolean carriesCards(LinkAddress address) {
    return false;
  }

  /// Opens a card for one caller; may block as long as the reader does.
  default CardLink openCard(LinkAddress address) {
    throw new Fault(LinkCodes.UNSUPPORTED, "opening a card", address.toString());
  }

  /// Whether an address of it leads to a shell, opened by `openShell` alone.
  default boolean carriesShell(LinkAddress address) {
    return false;
  }

  /// Opens the shell of a device.
  default ShellLink openShell(LinkAddress address) {
    throw new Fault(LinkCodes.UNSUPPORTED, "opening a shell", address.toString());
  }

  /// Where an address really leads, when another transport carries it; nothing is opened by asking.
  default LinkAddress carried(LinkAddress address) {
    return address;
  }

  /// Who holds a port, as far as this user may see it; nothing is opened by asking.
  default Optional<String> holder(LinkAddress address) {
    return Optional.empty();
  }

  /// What a person should know before opening one of its ports.
  default List<String> warnings() {
    return List.of();
  }
}
