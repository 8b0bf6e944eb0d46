package simwright.runbook;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import simwright.at.Replies;

/// Replies of real modems, collected from public sources (named in the file itself), have words.
class ExplainedRepliesTest {
  private final Explain explain = new Explain(Runbook.shipped());

  @Test
  void nineInTenOfTheCollectedRepliesHaveWords() {
    List<String> silent = new ArrayList<>();
    int all = 0;
    for (Replies.Line line : Replies.lines()) {
      if (!line.text().equals("OK")) {
        all++;
        if (explain.line(line.command(), line.text()).isEmpty()) {
          silent.add(line.command() + " => " + line.text());
        }
      }
    }
    assertTrue(all > 150, all + " lines");
    assertTrue(silent.size() * 10 < all, silent.size() + " of " + all + ": " + silent);
  }
}
