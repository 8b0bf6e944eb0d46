package simwright.cli;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The ways to servers and the roots for a lab; the same options on every command that talks to
/// servers.
public final class Network {
  @Option(
      names = "--connect-to",
      paramLabel = "[NAME=]HOST:PORT",
      converter = DetourConverter.class,
      description =
          "Connect to this address instead of where the server's name leads to (of this one server,"
              + " or of every one); the name stays the one that is verified. Again for more.")
  List<Detour> detours = List.of();

  @Option(
      names = "--lab-root",
      paramLabel = "FILE",
      description =
          "For a lab: believe the test root in this file (DER or PEM), too. What is done is marked"
              + " as done in a lab. Again for more.")
  List<Path> labRoots = List.of();

  @Option(
      names = "--proxy",
      paramLabel = "HOST:PORT",
      converter = AddressConverter.class,
      description =
          "Go through this HTTP proxy, or 'none'; else https_proxy and no_proxy, or the system's"
              + " own settings hold.")
  @Nullable ProxyChoice proxy;

  @Option(
      names = "--metered",
      description =
          "The way to servers is paid for by volume: a download that breaks off is tried twice in"
              + " all, not three times. The same as SIMWRIGHT_METERED=1.")
  boolean metered;

  /// Another address for a name, or for every name where it is "".
  public record Detour(String name, InetSocketAddress address) {}

  /// A proxy, or that there is to be none.
  public record ProxyChoice(Optional<InetSocketAddress> address) {}

  /// No detours, no lab, the system's proxy.
  public static Network plain() {
    return new Network();
  }

  /// The detours that were given.
  public List<Detour> detours() {
    return List.copyOf(detours);
  }

  /// Whether the way to servers is paid for by volume.
  public boolean metered() {
    return metered;
  }

  /// The files of test roots that were given.
  public List<Path> labRoots() {
    return List.copyOf(labRoots);
  }

  /// The proxy that was chosen.
  public Optional<ProxyChoice> proxy() {
    return Optional.ofNullable(proxy);
  }

  private static InetSocketAddress address(String text) {
    int colon = text.lastIndexOf(':');
    String port = text.substring(colon + 1);
    boolean right = colon > 0 && port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= 65535;
    if (!right) {
      throw new TypeConversionException("'" + text + "' is no HOST:PORT");
    }
    String host = text.substring(0, colon).replaceFirst("^\\[(.*)]$", "$1");
    return InetSocketAddress.createUnresolved(host, Integer.parseInt(port));
  }

  /// Reads what stands after `--connect-to`.
  static final class DetourConverter implements ITypeConverter<Detour> {
    @Override
    public Detour convert(String text) {
      int equal = text.indexOf('=');
      return new Detour(
          text.substring(0, Math.max(0, equal)).toLowerCase(java.util.Locale.ROOT),
          address(text.substring(equal + 1)));
    }
  }

  /// Reads an address.
  static final class AddressOnly implements ITypeConverter<InetSocketAddress> {
    @Override
    public InetSocketAddress convert(String text) {
      InetSocketAddress address = address(text);
      return new InetSocketAddress(address.getHostString(), address.getPort());
    }
  }

  /// Reads what stands after `--proxy`.
  static final class AddressConverter implements ITypeConverter<ProxyChoice> {
    @Override
    public ProxyChoice convert(String text) {
      return new ProxyChoice(text.equals("none") ? Optional.empty() : Optional.of(address(text)));
    }
  }
}
