package simwright.ui.help;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import simwright.rsp.trust.TrustedRoot;
import simwright.ui.fx.Text;

/// What this program is, what it runs on and where its files lie, as whoever is asked for help
/// wants to know it: version, the file or folder it was started from and of when that is, the data
/// folder with the log and the transcripts in it, and the roots that are believed.
public record About(
    String version, String build, Path data, Path log, Path transcripts, List<TrustedRoot> roots) {
  private static final int DAY = 10;

  public About {
    roots = List.copyOf(roots);
  }

  /// Each under its name.
  public List<HelpSource.Term> terms() {
    List<HelpSource.Term> all = new ArrayList<>();
    all.addAll(program());
    if (roots.isEmpty()) {
      all.add(new HelpSource.Term(Text.of("about.root"), Text.of("about.root.none")));
    }
    roots.forEach(each -> all.add(new HelpSource.Term(Text.of("about.root"), root(each))));
    all.add(new HelpSource.Term(Text.of("about.licence"), Text.of("about.licence.name")));
    return List.copyOf(all);
  }

  private static String root(TrustedRoot root) {
    return Text.format(
        "about.root.line",
        root.name(),
        root.facts().keyId().hex().toLowerCase(Locale.ROOT),
        switch (root.origin()) {
          case SHIPPED -> Text.of("about.root.shipped");
          case FOLDER -> Text.of("about.root.folder");
          case LAB -> Text.of("about.root.lab");
        },
        root.facts().until().toString().substring(0, DAY));
  }

  private List<HelpSource.Term> program() {
    return List.of(
        new HelpSource.Term(Text.of("about.version"), version),
        new HelpSource.Term(Text.of("about.build"), build),
        new HelpSource.Term(
            Text.of("about.java"), property("java.version") + ", " + property("java.vendor")),
        new HelpSource.Term(Text.of("about.javafx"), property("javafx.runtime.version")),
        new HelpSource.Term(
            Text.of("about.system"),
            property("os.name") + " " + property("os.version") + ", " + property("os.arch")),
        new HelpSource.Term(Text.of("about.data"), data.toString()),
        new HelpSource.Term(Text.of("about.log"), log.toString()),
        new HelpSource.Term(Text.of("about.transcripts"), transcripts.toString()),
        new HelpSource.Term(Text.of("about.messages"), Text.of("about.messages.where")));
  }

  /// All of it as lines, to be pasted into a message.
  static String lines(List<HelpSource.Term> terms) {
    return terms.stream()
        .map(term -> term.name() + ": " + term.meaning())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String property(String name) {
    return Optional.ofNullable(System.getProperty(name)).orElseGet(() -> Text.of("about.unknown"));
  }
}
