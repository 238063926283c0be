// What other scripts put on `window`, for the type checker alone: no browser loads this file.

/** Plotly's own element of a figure, as far as it is used; names with an underscore are inside Plotly, whose version is pinned. */
interface PlotElement extends HTMLElement {
  data: any[];
  layout: Record<string, any>;
  calcdata: any[];
  _context: Record<string, any>;
  _fullData: any[];
  _fullLayout: Record<string, any>;
  on(event: string, listener: (change: any) => void): void;
  removeAllListeners(event: string): void;
}

interface PlotlyLibrary {
  react(plot: HTMLElement, data: any[], layout: object, config?: object): Promise<unknown>;
  relayout(plot: HTMLElement, update: object): Promise<unknown>;
  toImage(figure: object, options: object): Promise<string>;
  newPlot(plot: HTMLElement, data: any[], layout: object, config?: object): Promise<unknown>;
  purge(plot: HTMLElement): void;
  [name: string]: any;
}

/** What Dash's renderer offers to scripts: one reads no other of its names. */
interface DashClientside {
  no_update: unknown;
  set_props(id: string, props: Record<string, unknown>): void;
  [namespace: string]: any;
}

interface Window {
  Plotly: PlotlyLibrary;
  dash_clientside: DashClientside;
  nnviz: Record<string, any>;
}
