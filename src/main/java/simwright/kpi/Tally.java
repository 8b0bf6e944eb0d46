package simwright.kpi;

import java.util.List;

/// Reads the rows of one device, oldest first, and comes to figures.
interface Tally {
  void take(Row row);

  List<Figure> figures();
}
