package simwright.catalog.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import simwright.catalog.CatalogCodes;
import simwright.fault.Fault;

/// The providers that are known, where they are from and how old that is.
public record Providers(String origin, LocalDate modified, List<Provider> all) {
  /// Where Debian's package puts its file.
  public static final Path INSTALLED =
      Path.of("/usr/share/mobile-broadband-provider-info/serviceproviders.xml");

  private static final String SHIPPED = "/simwright/catalog/providers.tsv";

  public Providers {
    all = List.copyOf(all);
  }

  /// They are in the program and never change: read when first asked for, and once.
  private static final class Shipped {
    private static final Providers ALL = read();

    private Shipped() {}

    private static Providers read() {
      try (InputStream in =
          Objects.requireNonNull(Providers.class.getResourceAsStream(SHIPPED), SHIPPED)) {
        ProviderTable table =
            ProviderTable.read(
                new String(in.readAllBytes(), StandardCharsets.UTF_8), "providers.tsv");
        return new Providers("the table that ships", table.modified(), table.providers());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Those that ship.
  public static Providers shipped() {
    return Shipped.ALL;
  }

  /// Those of an installed `serviceproviders.xml` where that is newer, else those that ship.
  public static Providers newest(Path installed) {
    Providers shipped = shipped();
    try {
      if (!Files.isRegularFile(installed) || !modified(installed).isAfter(shipped.modified())) {
        return shipped;
      }
      return installed(installed);
    } catch (IOException e) {
      return shipped;
    }
  }

  /// Those of an installed file; throws `catalog/broken-rules` where it cannot be read.
  public static Providers installed(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new Providers(file.toString(), modified(file), ProviderXml.read(in, file.toString()));
    } catch (IOException e) {
      throw new Fault(
          CatalogCodes.BROKEN_RULES, "reading providers", file.toString(), e.getMessage(), e);
    }
  }

  private static LocalDate modified(Path file) throws IOException {
    return LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC);
  }
}
