package simwright.euicc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import simwright.identity.Eid;

/// Who made a card, as the first digits of its EID tell (GSMA SGP.29), with the country and where
/// that is known from. The table is data, `manufacturers.csv`.
public record Manufacturer(String prefix, String name, String country, String source) {
  private static final String TABLE = "/simwright/euicc/manufacturers.csv";
  private static final List<Manufacturer> KNOWN = read();

  /// The maker of a card; empty where its digits are not in the table.
  public static Optional<Manufacturer> of(Eid eid) {
    return KNOWN.stream().filter(each -> eid.value().startsWith(each.prefix)).findFirst();
  }

  private static List<Manufacturer> read() {
    try (InputStream in =
        Objects.requireNonNull(Manufacturer.class.getResourceAsStream(TABLE), TABLE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Arrays.asList(line.split(";", 4)))
          .map(row -> new Manufacturer(row.get(0), row.get(1), row.get(2), row.get(3)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
