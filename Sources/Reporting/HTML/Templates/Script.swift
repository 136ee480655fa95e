extension Templates {
    /// Sorting, headings beside the cells of a table on a phone, and the details of a matrix cell. Without it everything is
    /// still there to read.
    static let script = """
        (function () {
          "use strict";
          function sort(table, column, ascending) {
            var body = table.tBodies[0], rows = Array.prototype.slice.call(body.rows);
            function key(row) {
              var cell = row.cells[column], value = cell.getAttribute("data-value");
              return value === null ? cell.textContent.trim() : value;
            }
            rows.map(function (row, place) { return { row: row, key: key(row), place: place }; })
              .sort(function (a, b) {
                var x = Number(a.key), y = Number(b.key);
                var order = a.key !== "" && b.key !== "" && !isNaN(x) && !isNaN(y)
                  ? x - y : a.key.localeCompare(b.key, "en");
                return (ascending ? order : -order) || a.place - b.place;
              })
              .forEach(function (entry) { body.appendChild(entry.row); });
          }
          document.querySelectorAll(".wide table:not(.heat)").forEach(function (table) {
            var heads = table.tHead.rows[0].cells;
            Array.prototype.forEach.call(table.tBodies[0].rows, function (row) {
              Array.prototype.forEach.call(row.cells, function (cell, column) {
                var label = heads[column].textContent.trim();
                cell.setAttribute("data-label", label.charAt(0).toUpperCase() + label.slice(1));
              });
            });
            table.classList.add("stacked");
          });
          document.querySelectorAll("table.sortable").forEach(function (table) {
            var heads = table.tHead.rows[0].cells;
            Array.prototype.forEach.call(heads, function (head, column) {
              var button = document.createElement("button");
              button.type = "button";
              while (head.firstChild) { button.appendChild(head.firstChild); }
              head.appendChild(button);
              button.addEventListener("click", function () {
                var figures = head.className !== "";
                var now = head.getAttribute("aria-sort");
                var ascending = now ? now === "descending" : !figures;
                Array.prototype.forEach.call(heads, function (other) { other.removeAttribute("aria-sort"); });
                head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
                sort(table, column, ascending);
              });
            });
          });
          var cells = document.querySelectorAll("a.cell");
          function show(cell) {
            document.querySelectorAll(".pair.shown").forEach(function (pair) { pair.classList.remove("shown"); });
            cells.forEach(function (other) { other.removeAttribute("aria-current"); });
            document.getElementById(cell.getAttribute("href").slice(1)).classList.add("shown");
            cell.setAttribute("aria-current", "true");
          }
          var chosen = null;
          cells.forEach(function (cell) {
            cell.addEventListener("mouseenter", function () { if (!chosen) { show(cell); } });
            cell.addEventListener("focus", function () { show(cell); });
            cell.addEventListener("click", function (event) { event.preventDefault(); chosen = cell; show(cell); });
          });
          document.addEventListener("keydown", function (event) { if (event.key === "Escape") { chosen = null; } });
          document.querySelectorAll(".causes a").forEach(function (link) {
            link.addEventListener("click", function () {
              var entry = document.getElementById(link.getAttribute("href").slice(1));
              entry.querySelector("details").open = true;
            });
          });
          var closed = [];
          addEventListener("beforeprint", function () {
            closed = Array.prototype.slice.call(document.querySelectorAll("details:not([open])"));
            closed.forEach(function (details) { details.open = true; });
          });
          addEventListener("afterprint", function () { closed.forEach(function (details) { details.open = false; }); });
        })();
        """
}
