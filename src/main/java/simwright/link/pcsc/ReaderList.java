package simwright.link.pcsc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.fault.Fault;
import simwright.link.LinkAddress;
import simwright.link.PortInfo;
import simwright.link.PortRole;

/// The readers of a card service at one moment. Apart from who asks for them, so that Java's
/// library is loaded only when they are looked up.
final class ReaderList {
  private static final Logger LOG = LoggerFactory.getLogger(ReaderList.class);

  private ReaderList() {}

  /// A service that does not run, or has stopped, has no readers.
  static List<PortInfo> now(CardService service) {
    List<PortInfo> found = new ArrayList<>();
    try {
      for (CardTerminal reader : service.readers().list()) {
        found.add(info(reader.getName(), reader.isCardPresent()));
      }
    } catch (CardException | Fault off) {
      LOG.debug("no card readers: {}", PcscFaults.name(off));
    }
    return List.copyOf(found);
  }

  private static PortInfo info(String name, boolean card) {
    return new PortInfo(
        new LinkAddress(PcscLinks.SCHEME, name),
        name,
        Optional.empty(),
        Optional.empty(),
        "Card reader",
        card ? "with a card" : "empty",
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        PortRole.CARD_READER,
        VirtualReaders.named(name));
  }
}
