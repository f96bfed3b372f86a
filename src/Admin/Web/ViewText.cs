using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace HomeroomGraph.Admin.Web;

/// <summary>A view as text, for what is no answer of its own: a page inside a file.</summary>
public sealed class ViewText(IRazorViewEngine views, ITempDataDictionaryFactory temporary)
{
    /// <summary>The view of this path with this model, in the reader's language.</summary>
    public async Task<string> RenderAsync<TModel>(PageContext page, string path, TModel model)
    {
        var view = views.GetView(executingFilePath: null, path, isMainPage: true).EnsureSuccessful(null).View!;
        await using var text = new StringWriter();
        var data = new ViewDataDictionary<TModel>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model };
        await view.RenderAsync(new ViewContext(page, view, data, temporary.GetTempData(page.HttpContext), text, new HtmlHelperOptions()));
        return text.ToString();
    }
}
