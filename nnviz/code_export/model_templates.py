"""The functions of models as templates: `outputs(w, X)` and `gradient(w, X, y)` of a flat vector of weights w."""

LINEAR = '''
def outputs(w, X):
    """z = Xw."""
    return X @ w


def gradient(w, X, y):
    """The gradient of the loss, Xᵀ·∂L/∂z."""
    d_z = {loss}(outputs(w, X), y)[1]{share}
    return X.T @ d_z
'''
LINEAR_WITH_BIAS = '''
def design(X):
    """The matrix [1, X]: the bias is the weight of a column of ones."""
    return np.column_stack([np.ones(len(X)), X])


def outputs(w, X):
    """z = b + Xw = [1, X]·w, the bias first in w."""
    return design(X) @ w


def gradient(w, X, y):
    """The gradient of the loss, [1, X]ᵀ·∂L/∂z."""
    d_z = {loss}(outputs(w, X), y)[1]{share}
    return design(X).T @ d_z
'''
LINEAR_CLASSES = '''
N_CLASSES = {n_classes}


def design(X):
    """The matrix [1, X]: the bias is the weight of a column of ones."""
    return np.column_stack([np.ones(len(X)), X])


def outputs(w, X):
    """Z = W·[1, X]ᵀ, a row for each class and a column for each example; W is w by rows, the bias first."""
    return w.reshape(N_CLASSES, -1) @ design(X).T


def gradient(w, X, y):
    """The gradient of the loss, ∂L/∂Z·[1, X]."""
    d_z = {loss}(outputs(w, X), y)[1]{share}
    return (d_z @ design(X)).ravel()
'''
LAYERS = '''
SIZES = {sizes}  # the features, the neurons of each hidden layer, the {outputs}
{constants}

def layers(w):
    """The weights of every layer as a matrix that looks into w: a row for each neuron, its bias first."""
    shapes = [(n_out, {bias} + n_in) for n_in, n_out{also} in zip(SIZES[:-1], SIZES[1:]{biases})]
    ends = np.cumsum([rows * columns for rows, columns in shapes])
    return [part.reshape(shape) for part, shape in zip(np.split(w{weights}, ends[:-1]), shapes)]
'''
NETWORK = '''
def forward(w, X{mask}):
    """z = W·[1, a] in every layer and a = φ(z) in between: what enters the layers, and their sums."""
    a, inputs, sums = X.T, [], []
    for {each}W in {layers}:
        inputs.append(np.vstack([np.ones(({ones}, a.shape[1])), a{kept}]))
        sums.append(W @ inputs[-1])
        a = activation(sums[-1])
    return inputs, sums


def outputs(w, X):
    """The last {sum}."""
    return forward(w, X{at_inference})[1][-1]{first_row}


def gradient(w, X, y{mask}):
    """Backpropagation: ∂L/∂W = ∂L/∂z·[1, a]ᵀ, ∂L/∂a = Wᵀ·∂L/∂z, ∂L/∂z = ∂L/∂a ∘ φ′(z)."""
    inputs, sums = forward(w, X{mask})
    d_z, parts = {loss}(sums[-1], y)[1]{share}, []
    for depth in reversed(range(len(sums))):
        parts.insert(0, (d_z @ inputs[depth].T).ravel())
        if depth > 0:
            d_a = layers(w)[depth][:, {first}:].T @ d_z{back}
            d_z = d_a * activation_slope(sums[depth - 1])
    return np.concatenate(parts)
'''
DROPOUT = '''
def dropout_rates():
    """The rate of every feature and every hidden neuron."""
    return np.repeat([input_dropout] + [hidden_dropout] * (len(SIZES) - 2), SIZES[:-1])


def in_layers(factors):
    """Factors of all features and hidden neurons as a column for each layer."""
    return np.split(factors[:, None], np.cumsum(SIZES[:-1])[:-1])


def mask_of_step(rng, place, steps_per_epoch):
    """0 for a neuron that the step drops, u < rate; {kept}."""
    rates = dropout_rates()
    drawn = rates > 0.0
    uniforms = rng.random((steps_per_epoch, drawn.sum()))[place]
    mask = np.ones(len(rates))
    mask[drawn] = uniforms >= rates[drawn]
    return in_layers(mask{scaled})


def scaled_down():
    """What inference multiplies neurons with: {inference}."""
    return in_layers({factors})
'''
NORMAL = '''
def normals(w):
    """For every hidden layer γ and β, columns that look into w, or None."""
    found, start = [], N_WEIGHTS
    for size, place in zip(SIZES[1:-1], {places}):
        found.append(None if place == "off" else w[start : start + 2 * size].reshape(2, size, 1))
        start += 0 if place == "off" else 2 * size
    return found


def normalise(x, normal, moving, training):
    """γ·x̂ + β with x̂ = (x − μ)/√(v + ε) over the batch, in training; by the moving averages at inference."""
    (scale, shift), (moving_mean, moving_variance) = normal, moving
    if not training:
        return scale * ((x - moving_mean) / np.sqrt(moving_variance + 1e-5)) + shift, None
    n, mean = x.shape[1], x.mean(axis=1, keepdims=True)
    variance = ((x - mean) ** 2).mean(axis=1, keepdims=True)
    moving_mean += momentum * (mean - moving_mean)
    if n > 1:  # one example says nothing about the spread
        moving_variance += momentum * (variance * (n / (n - 1)) - moving_variance)
    x_hat = (x - mean) / np.sqrt(variance + 1e-5)
    return scale * x_hat + shift, (x_hat, np.sqrt(variance + 1e-5))


def back_through(d, cache, normal, d_normal):
    """The chain rule through the batch's mean and variance: (γ/√(v + ε))·(d − mean(d) − x̂·mean(d·x̂))."""
    x_hat, deviation = cache
    along = d * x_hat
    d_normal[0], d_normal[1] = along.sum(axis=1, keepdims=True), d.sum(axis=1, keepdims=True)
    centred = d - d.mean(axis=1, keepdims=True) - x_hat * along.mean(axis=1, keepdims=True)
    return centred * (normal[0] / deviation)


def forward(w, X, training{mask}):
    """z = W·[1, a] in every layer, normalised before or after φ: what enters the layers, what enters φ, and caches."""
    a, inputs, sums, caches = X.T, [], [], []
    kinds = [*{places}, "off"]
    for W, normal, moving, place in zip(layers(w), [*normals(w), None], [*averages, None], kinds):
        inputs.append(np.vstack([np.ones((1, a.shape[1])), a{kept}]))
        z, cache = W @ inputs[-1], None
        if place == "before the activation":
            z, cache = normalise(z, normal, moving, training)
        a = activation(z)
        if place == "after the activation":
            a, cache = normalise(a, normal, moving, training)
        sums.append(z)
        caches.append(cache)
    return inputs, sums, caches


def outputs(w, X):
    """The last {sum}, by the moving averages."""
    return forward(w, X, training=False{at_inference})[1][-1]{first_row}


def gradient(w, X, y{mask}):
    """Backpropagation: the chain rule from the output back, through every φ and every normalisation."""
    inputs, sums, caches = forward(w, X, training=True{passed})
    g = np.zeros_like(w)
    d_z = {loss}(sums[-1], y)[1]{share}
    for depth in reversed(range(len(sums))):
        layers(g)[depth][:] = d_z @ inputs[depth].T
        if depth > 0:
            place = {places}[depth - 1]
            normal, d_normal = normals(w)[depth - 1], normals(g)[depth - 1]
            d_z = layers(w)[depth][:, 1:].T @ d_z{back}
            if place == "after the activation":
                d_z = back_through(d_z, caches[depth - 1], normal, d_normal)
            d_z = d_z * activation_slope(sums[depth - 1])
            if place == "before the activation":
                d_z = back_through(d_z, caches[depth - 1], normal, d_normal)
    return g
'''
