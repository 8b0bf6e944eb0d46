package simwright.catalog.provider;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import simwright.catalog.CatalogCodes;
import simwright.fault.Fault;
import simwright.identity.Plmn;

/// The providers as a tab-separated table: `N` country, name, networks; behind it its access
/// points, `A` name, use, plan, title, user, password, sign-in.
record ProviderTable(LocalDate modified, List<Provider> providers) {
  private static final String MODIFIED = "# modified: ";
  private static final int NETWORK = 4;
  private static final int ACCESS = 8;

  /// Writes it with its origin.
  static String write(LocalDate modified, List<Provider> providers) {
    StringBuilder text = new StringBuilder();
    text.append("# origin: serviceproviders.xml of mobile-broadband-provider-info, its providers")
        .append(" with GSM or later networks\n# licence: public domain\n")
        .append(MODIFIED)
        .append(modified)
        .append('\n');
    for (Provider each : providers) {
      row(
          text,
          "N",
          each.country(),
          each.name(),
          each.networks().stream()
              .map(plmn -> plmn.mcc() + plmn.mnc())
              .collect(Collectors.joining(",")));
      for (Provider.Access one : each.access()) {
        row(
            text,
            "A",
            one.apn(),
            one.use(),
            one.plan(),
            one.title(),
            one.user(),
            one.password(),
            one.signIn());
      }
    }
    return text.toString();
  }

  private static void row(StringBuilder text, String... cells) {
    text.append(
            Arrays.stream(cells)
                .map(each -> each.replace('\t', ' '))
                .collect(Collectors.joining("\t")))
        .append('\n');
  }

  /// Reads what `write` wrote.
  static ProviderTable read(String text, String where) {
    try {
      LocalDate modified =
          text.lines()
              .filter(line -> line.startsWith(MODIFIED))
              .map(line -> LocalDate.parse(line.substring(MODIFIED.length())))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("it does not say how old it is"));
      List<Provider> all = new ArrayList<>();
      List<String[]> open = new ArrayList<>();
      for (String line : text.lines().filter(each -> !each.startsWith("#")).toList()) {
        String[] cells = line.split("\t", -1);
        if (cells[0].equals("N") && !open.isEmpty()) {
          all.add(provider(open));
          open.clear();
        }
        open.add(cells);
      }
      all.add(provider(open));
      return new ProviderTable(modified, List.copyOf(all));
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
      throw new Fault(
          CatalogCodes.BROKEN_RULES, "reading providers", where, String.valueOf(e.getMessage()), e);
    }
  }

  private static Provider provider(List<String[]> rows) {
    String[] head = cells(rows.getFirst(), NETWORK);
    List<Plmn> networks =
        Stream.of(head[3].split(",", -1)).filter(each -> !each.isEmpty()).map(Plmn::parse).toList();
    List<Provider.Access> access =
        rows.stream()
            .skip(1)
            .map(row -> cells(row, ACCESS))
            .map(c -> new Provider.Access(c[1], c[2], c[3], c[4], c[5], c[6], c[7]))
            .toList();
    return new Provider(head[1], head[2], networks, access);
  }

  private static String[] cells(String[] row, int count) {
    if (row.length != count) {
      throw new IllegalArgumentException("a row has " + row.length + " cells, not " + count);
    }
    return row;
  }
}
