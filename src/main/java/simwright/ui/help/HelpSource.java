package simwright.ui.help;

import java.util.List;

/// What the help screen reads: the runbook, the glossary, and what this program is made of.
public interface HelpSource {
  /// The entries that match a code or words, best first; "" gives the whole runbook.
  List<Entry> search(String query);

  /// Terms and their meaning.
  List<Term> glossary();

  /// Versions and where things lie, each under its name.
  List<Term> about();

  /// A runbook entry: the code, what it means, who can mend it, what to do next, whether trying
  /// again helps.
  record Entry(
      String code,
      String title,
      String meaning,
      String owner,
      String state,
      String next,
      String retry) {}

  /// A word and what it means.
  record Term(String name, String meaning) {}
}
