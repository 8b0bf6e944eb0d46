package simwright.link.pcsc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import simwright.fault.Fault;
import simwright.link.ByteLink;
import simwright.link.CardLink;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.link.LinkProvider;
import simwright.link.LinkSettings;
import simwright.link.PortInfo;
import simwright.time.Time;

/// Card readers by their names: `pcsc:ACS ACR39U 00 00`. A card is taken for this program alone;
/// `pcsc:NAME?shared` leaves other programs their connections to it. Nothing of PC/SC is loaded
/// before a reader is asked for.
public final class PcscLinks implements LinkProvider {
  /// The scheme of its addresses.
  public static final String SCHEME = "pcsc";

  private static final String SHARED = "?shared";
  private static final Path SOCKET = Path.of("/run/pcscd/pcscd.comm");

  private final CardService service;
  private final BooleanSupplier there;
  private final boolean exclusive;
  private final ReaderWatch watch;

  /// The readers of this system.
  public PcscLinks(Time time) {
    this(new SystemCardService(), PcscLinks::serviceIsThere, !system().startsWith("windows"), time);
  }

  /// Those of a service; `there` tells without loading anything whether it can be asked at all.
  PcscLinks(CardService service, BooleanSupplier there, boolean exclusive, Time time) {
    this.service = service;
    this.there = there;
    this.exclusive = exclusive;
    this.watch = new ReaderWatch(service, time);
  }

  @Override
  public String scheme() {
    return SCHEME;
  }

  @Override
  public List<PortInfo> list() {
    return there.getAsBoolean() ? watch.readers() : List.of();
  }

  @Override
  public ByteLink open(LinkAddress address, LinkSettings settings) {
    throw new Fault(LinkCodes.UNSUPPORTED, "opening a link for bytes", address.toString());
  }

  @Override
  public boolean carriesCards(LinkAddress address) {
    return true;
  }

  @Override
  public CardLink openCard(LinkAddress address) {
    String path = address.path();
    boolean shared = path.endsWith(SHARED);
    String reader = shared ? path.substring(0, path.length() - SHARED.length()) : path;
    if (!there.getAsBoolean()) {
      throw new Fault(LinkCodes.READER_SERVICE, "opening a card", address.toString());
    }
    return PcscCard.open(service, reader, address, exclusive && !shared);
  }

  /// Windows resets a card that one program keeps for itself and leaves in peace for five seconds,
  /// as a download does while a server thinks; so there it is shared.
  private static String system() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
  }

  /// Elsewhere than on Linux the service is a part of the system.
  private static boolean serviceIsThere() {
    Path socket =
        Optional.ofNullable(System.getenv("PCSCLITE_CSOCK_NAME")).map(Path::of).orElse(SOCKET);
    return !system().startsWith("linux") || Files.exists(socket);
  }
}
