package simwright.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Files about profiles, good and bad, for commands to take in.
final class CatalogFiles {
  private static final String VERSIONS =
      "iccid,name,version,state,eid\n"
          + "8933010000000000034,OLD-FR-2026,1,disabled,89049032000000000000000000000084\n"
          + "8933010000000000042,NEW-FR-2027,2,released,\n";

  private static final String PLAN =
      """
      migration: next
      from: "1"
      to: "2"
      orders:
        - {old: OLD-FR-2026, new: NEW-FR-2027, code: LPA:1$smdp.example.com$ABC-1}
      """;

  private CatalogFiles() {}

  /// Writes them into a folder.
  static void in(Path data) {
    String head = "iccid,name,region,expiry,use\n";
    String good = "8933010000000000018,PROD-FR-PARIS-2026,FR,2026-12-31,production\n";
    Map.of(
            "profiles.csv",
            head + good + "8933010000000000026,wrong,FR,2026-12-31,production\n",
            "versions.csv",
            VERSIONS,
            "plan.yaml",
            PLAN,
            "bad.csv",
            head + good + "89331,PROD-FR-2026,FR,soon,gift\n",
            "ruled/catalog/operators.yaml",
            "operators: [{name: Ours, imsis: [\"00101\"], apns: [internet], until: 2026-01-01}]\n",
            "none.txt",
            "nothing")
        .forEach((name, text) -> {
          try {
            Path file = data.resolve(name);
            Path made = Files.createDirectories(file.resolveSibling(""));
            Path unused = Files.writeString(made.resolve(file.getFileName()), text);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
