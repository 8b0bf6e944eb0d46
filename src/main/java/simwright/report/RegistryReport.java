package simwright.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import simwright.audit.Anchor;
import simwright.document.Csv;
import simwright.rollout.Certification;
import simwright.rollout.ProvisioningPath;
import simwright.rollout.RegistryEntry;
import simwright.rollout.RegistryFile;

/// The registry of compatible devices as JSON, which another installation can import, and as CSV
/// for a spreadsheet.
public final class RegistryReport {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private RegistryReport() {}

  /// As JSON, in the name of an installation.
  public static String json(
      List<RegistryEntry> entries, String installation, Anchor anchor, Instant at) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", RegistryFile.FORMAT);
    root.put("installation", installation);
    root.put("exported", at.toString());
    Map<String, Object> log = new LinkedHashMap<>();
    log.put("size", anchor.size());
    log.put("head", anchor.head());
    root.put("log", log);
    root.put("devices", entries.stream().map(RegistryEntry::content).toList());
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// As CSV (RFC 4180): a line for each certification, or for a device that has none.
  public static String csv(List<RegistryEntry> entries, Anchor anchor) {
    StringBuilder csv = new StringBuilder();
    Csv.append(csv, RegistryFile.COLUMNS);
    for (RegistryEntry entry : entries) {
      if (entry.certified().isEmpty()) {
        line(csv, entry, Collections.nCopies(11, ""), anchor);
      }
      entry.certified().forEach(each -> line(csv, entry, cells(each), anchor));
    }
    return csv.toString();
  }

  private static void line(
      StringBuilder csv, RegistryEntry entry, List<String> certified, Anchor anchor) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                CsvReport.text(entry.kind().model()),
                CsvReport.text(entry.kind().hardware()),
                CsvReport.text(entry.kind().firmware()),
                CsvReport.text(entry.kind().os()),
                CsvReport.text(entry.kind().language()),
                Boolean.toString(entry.kind().simulated()),
                entry.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                CsvReport.text(entry.bands()),
                entry.capacity().map(Object::toString).orElse(""),
                entry.paths().stream()
                    .map(ProvisioningPath::key)
                    .sorted()
                    .collect(Collectors.joining(" ")),
                entry.firstAttempts().words()));
    cells.addAll(certified);
    cells.add(entry.last().toString());
    cells.add(CsvReport.text(entry.origin().map(each -> each.installation()).orElse("")));
    cells.add(Long.toString(anchor.size()));
    cells.add(anchor.head());
    Csv.append(csv, cells);
  }

  private static List<String> cells(Certification each) {
    return List.of(
        CsvReport.text(each.edition().plan()),
        each.edition().planSha256(),
        CsvReport.text(each.edition().limitWords()),
        each.outcome().key(),
        Integer.toString(each.attempt()),
        Boolean.toString(each.lab()),
        each.at().toString(),
        CsvReport.text(each.run()),
        each.edition().limitsSha256(),
        each.withdrawn().map(by -> by.at().toString()).orElse(""),
        CsvReport.text(each.withdrawn().map(Certification.Withdrawal::run).orElse("")));
  }
}
